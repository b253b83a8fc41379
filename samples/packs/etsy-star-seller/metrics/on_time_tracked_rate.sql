-- Of the orders of the window, the share shipped by the ship-by day with tracking or a label of the marketplace. The ship-by
-- day may be extended once, before it has passed, by up to `days` days. Cancelled orders, and those not shipped that need
-- not be yet, are in neither part.
-- entity: merchant
-- unit: rate
-- clock: orders.paid_at
-- title: {en: On-time shipping and tracking, zh: 准时发货且可追踪率}
-- with: {days: 21}
-- grain: one row a merchant with at least one such order; no row is missing (0/0)
-- null: an order that lost its ship-by day is not on time
-- source: Etsy Star Seller, on-time shipping and tracking
select
  t.merchant_id as entity_id,
  count(
    case
      when t.shipped_on <= t.due_on and t.tracked then 1
    end
  ) as numerator,
  count(*) as denominator
from (
  select
    o.merchant_id as merchant_id,
    case
      when cast(o.shipped_at as date) <= :as_of then cast(o.shipped_at as date)
    end as shipped_on,
    case
      when o.extended_on <= o.ship_by and o.extended_to <= dateadd(day, :days, o.ship_by) then o.extended_to
      else o.ship_by
    end as due_on,
    o.tracked as tracked
  from orders as o
  where o.paid_at >= :from
    and o.paid_at < :to
    and o.status <> 'cancelled'
) as t
where t.shipped_on is not null
  or coalesce(t.due_on, :first_day) <= :as_of
group by t.merchant_id
