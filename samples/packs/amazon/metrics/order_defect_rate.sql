-- Of the orders of the window, the share with negative feedback (up to `stars` stars), a claim that was not denied, or a
-- chargeback. What belongs to an order counts on the day of the order, not on its own day; an order counts once.
-- entity: merchant
-- unit: rate
-- clock: orders.paid_at
-- title: {en: Order defect rate, zh: 订单缺陷率}
-- with: {stars: 2}
-- grain: one row a merchant with at least one order; no row is missing (0/0)
-- null: an empty denied is not denied; what came after the as-of day is not known yet
-- source: Amazon seller performance, order defect rate
select
  o.merchant_id as entity_id,
  count(d.order_id) as numerator,
  count(*) as denominator
from orders as o
left join (
  select distinct
    x.order_id as order_id
  from order_defects as x
  where x.received_on <= :as_of
    and (
      (x.kind = 'feedback' and x.stars <= :stars)
      or (x.kind = 'claim' and not coalesce(x.denied, false))
      or x.kind = 'chargeback'
    )
) as d
  on d.order_id = o.order_id
where o.paid_at >= :from
  and o.paid_at < :to
group by o.merchant_id
