-- Enrolments of merchants in a provider's courses, by the day of enrolment. Counts in each of the provider's roles.
-- entity: provider
-- unit: count
-- clock: enrolments.enrolled_on
-- title: {en: Course enrolments, zh: 课程报名数}
-- with: {}
-- grain: one row a provider with at least one such enrolment; no row is 0
-- null: never
-- source: service provider partners (服务商合伙人计划), September 2020: training providers develop courses
select
  c.provider_id as entity_id,
  count(*) as value
from enrolments as e
inner join courses as c
  on c.course_id = e.course_id
where e.enrolled_on between :first_day and :last_day
group by c.provider_id
