-- Merchants a provider brought in: those whose first affiliation in the role is with it and begins in the window.
-- entity: provider
-- unit: count
-- clock: affiliations.from_on
-- title: {en: Merchants recruited, zh: 拉新商家数}
-- with: {}
-- grain: one row a provider and role with at least one such merchant; no row is 0
-- null: never
-- source: service provider partners (服务商合伙人计划), September 2020: training providers recruit merchants
select
  f.provider_id as entity_id,
  f.role as role,
  count(*) as value
from (
  select
    a.provider_id as provider_id,
    a.role as role,
    a.from_on as from_on,
    row_number() over (partition by a.role, a.subject_id order by a.from_on, a.provider_id) as place
  from affiliations as a
  where a.subject_type = 'merchant'
) as f
where f.place = 1
  and f.from_on between :first_day and :last_day
group by f.provider_id, f.role
