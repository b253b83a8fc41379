-- Average viewers of the sessions that an agency's anchors began in the window while they were signed with it.
-- entity: provider
-- unit: number
-- clock: sessions.started_at
-- title: {en: Average viewers a session, zh: 场均观看}
-- with: {}
-- grain: one row an agency with at least one such session; no row is missing
-- null: a session without viewers is left out of both sum and number
-- source: assessment of agencies on Taobao Live, on trial from 2018-12-01
select
  a.provider_id as entity_id,
  a.role as role,
  sum(s.viewers) as numerator,
  count(s.viewers) as denominator
from sessions as s
inner join affiliations as a
  on a.subject_type = 'promoter'
  and a.subject_id = s.promoter_id
  and cast(s.started_at as date) between a.from_on and coalesce(a.to_on, cast(s.started_at as date))
where s.started_at >= :from
  and s.started_at < :to
group by
  a.provider_id,
  a.role
