-- Sessions that an agency's visible anchors began in the window while they were signed with it, an anchor: those visible and
-- signed on the last day.
-- entity: provider
-- unit: number
-- clock: sessions.started_at
-- title: {en: Broadcasts an anchor, zh: 主播人均开播场次}
-- with: {}
-- grain: one row an agency with at least one visible anchor; no row is missing
-- null: an empty visible is no
-- source: assessment of agencies on Taobao Live, on trial from 2018-12-01
select
  a.provider_id as entity_id,
  a.role as role,
  count(s.session_id) as numerator,
  count(distinct a.subject_id) as denominator
from affiliations as a
inner join promoters as p
  on p.promoter_id = a.subject_id
left join sessions as s
  on s.promoter_id = a.subject_id
  and s.started_at >= :from
  and s.started_at < :to
  and cast(s.started_at as date) >= a.from_on
where a.subject_type = 'promoter'
  and :last_day >= a.from_on
  and :last_day <= coalesce(a.to_on, :last_day)
  and p.visible
  and coalesce(p.status, 'active') = 'active'
group by
  a.provider_id,
  a.role
