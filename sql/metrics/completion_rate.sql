-- Of the enrolments that began in the window, the share completed by the as-of day.
-- entity: provider
-- unit: rate
-- clock: enrolments.enrolled_on
-- title: {en: Course completion rate, zh: 课程完课率}
-- with: {}
-- grain: one row a provider with at least one such enrolment; no row is missing (0/0)
-- null: an enrolment without completed_on is not completed
-- source: service provider partners (服务商合伙人计划), September 2020: training providers develop courses
select
  c.provider_id as entity_id,
  count(
    case
      when e.completed_on <= :as_of then 1
    end
  ) as numerator,
  count(*) as denominator
from enrolments as e
inner join courses as c
  on c.course_id = e.course_id
where e.enrolled_on between :first_day and :last_day
group by c.provider_id
