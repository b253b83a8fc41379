-- Anchors signed with an agency on the last day of the window whose live room is visible; suspended and closed ones do not
-- count.
-- entity: provider
-- unit: count
-- clock: affiliations.from_on
-- title: {en: Visible anchors, zh: 签约可见主播数}
-- with: {}
-- grain: one row an agency with at least one such anchor; no row is 0
-- null: an empty visible is no; an empty status is active
-- source: assessment of agencies on Taobao Live, on trial from 2018-12-01
select
  a.provider_id as entity_id,
  a.role as role,
  count(*) as value
from affiliations as a
inner join promoters as p
  on p.promoter_id = a.subject_id
where a.subject_type = 'promoter'
  and :last_day >= a.from_on
  and :last_day <= coalesce(a.to_on, :last_day)
  and p.visible
  and coalesce(p.status, 'active') = 'active'
group by
  a.provider_id,
  a.role
