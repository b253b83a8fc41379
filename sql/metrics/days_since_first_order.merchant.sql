-- Days from the first paid day of a merchant to the end of the window, in the programme's time zone.
-- entity: merchant
-- unit: days
-- clock: orders.paid_at
-- title: {en: Days since the first order, zh: 首单至今天数}
-- with: {}
-- grain: one row a merchant with an order by the end; no row is missing
-- null: an order without a merchant_id is left out
-- source: distribution pool (好物联盟分销库), October 2020: a participant's first steps
select
  o.merchant_id as entity_id,
  datediff(day, cast(min(o.paid_at) as date), :last_day) as value
from orders as o
where o.paid_at < :to
  and o.merchant_id is not null
group by o.merchant_id
