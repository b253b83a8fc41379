-- Of the sales that the merchant itself hands to the carrier, the share not handed over within `hours` of payment. One that may
-- still be in time is in neither part; what the marketplace ships, and what was cancelled, never is.
-- entity: merchant
-- unit: rate
-- clock: orders.paid_at
-- title: {en: Late handling, zh: 延迟备货率}
-- with: {hours: 72}
-- grain: one row a merchant with at least one such sale; no row is missing (0/0)
-- null: an empty shipped_at, or one after the as-of day, is not handed over
-- source: Mercado Libre reputation, delayed handling time
select
  t.merchant_id as entity_id,
  count(
    case
      when t.shipped_at is null or t.shipped_at > t.due_at then 1
    end
  ) as numerator,
  count(*) as denominator
from (
  select
    o.merchant_id as merchant_id,
    case
      when cast(o.shipped_at as date) <= :as_of then o.shipped_at
    end as shipped_at,
    dateadd(hour, :hours, o.paid_at) as due_at
  from orders as o
  where o.paid_at >= :from
    and o.paid_at < :to
    and o.handled_by = 'seller'
    and o.status <> 'cancelled'
) as t
where t.shipped_at is not null
  or cast(t.due_at as date) <= :as_of
group by t.merchant_id
