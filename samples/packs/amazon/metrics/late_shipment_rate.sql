-- Of the orders of the window that the seller ships, the share confirmed after the expected ship date, or not at all though
-- that has passed. Cancelled orders, and those that may still be in time, are in neither part.
-- entity: merchant
-- unit: rate
-- clock: orders.paid_at
-- title: {en: Late shipment rate, zh: 延迟发货率}
-- with: {}
-- grain: one row a merchant with at least one such order; no row is missing (0/0)
-- null: an empty ship_by_at is never late; a shipment after the as-of day is none
-- source: Amazon seller performance, late shipment rate
select
  t.merchant_id as entity_id,
  count(
    case
      when t.shipped_at > t.ship_by_at or (t.shipped_at is null and t.ship_by_at is not null) then 1
    end
  ) as numerator,
  count(*) as denominator
from (
  select
    o.merchant_id as merchant_id,
    case
      when cast(o.shipped_at as date) <= :as_of then o.shipped_at
    end as shipped_at,
    o.ship_by_at as ship_by_at
  from orders as o
  where o.paid_at >= :from
    and o.paid_at < :to
    and o.fulfilled_by = 'seller'
    and o.status <> 'cancelled'
) as t
where t.shipped_at is not null
  or cast(t.ship_by_at as date) <= :as_of
group by t.merchant_id
