-- Average rating (1 to 5) of the enrolments that were completed in the window and rated.
-- entity: provider
-- unit: number
-- clock: enrolments.completed_on
-- title: {en: Course rating, zh: 课程评分}
-- with: {}
-- grain: one row a provider with at least one such rating; no row is missing
-- null: an enrolment without a rating is left out of both sum and number
-- source: service provider partners (服务商合伙人计划), September 2020: training providers develop courses
select
  c.provider_id as entity_id,
  sum(e.rating) as numerator,
  count(e.rating) as denominator
from enrolments as e
inner join courses as c
  on c.course_id = e.course_id
where e.completed_on between :first_day and :last_day
  and e.rating is not null
group by c.provider_id
