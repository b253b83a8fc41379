-- Rewards a merchant earned by campaign tasks (116购物狂欢节) in the window.
-- entity: merchant
-- unit: money
-- clock: tasks.day
-- title: {en: Task rewards, zh: 任务奖励}
-- with: {}
-- grain: one row a merchant with tasks in the window; no row is 0
-- null: an empty reward counts as none
-- source: shopping carnival (116购物狂欢节), September 2020: task rewards by merchant and day
select
  t.merchant_id as entity_id,
  coalesce(sum(t.reward), 0) as value
from tasks as t
where t."DAY" between :first_day and :last_day
group by t.merchant_id
