-- Courses a provider published in the window. Courses name no role: they count in each of the provider's roles.
-- entity: provider
-- unit: count
-- clock: courses.published_on
-- title: {en: Courses published, zh: 发布课程数}
-- with: {}
-- grain: one row a provider with at least one such course; no row is 0
-- null: never
-- source: service provider partners (服务商合伙人计划), September 2020: training providers develop courses
select
  c.provider_id as entity_id,
  count(*) as value
from courses as c
where c.published_on between :first_day and :last_day
group by c.provider_id
