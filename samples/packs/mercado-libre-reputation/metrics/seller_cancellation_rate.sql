-- Of a merchant's sales, whatever became of them, the share that the merchant cancelled.
-- entity: merchant
-- unit: rate
-- clock: orders.paid_at
-- title: {en: Cancelled by the seller, zh: 卖家取消率}
-- with: {}
-- grain: one row a merchant with at least one sale; no row is missing (0/0)
-- null: a cancellation by nobody named is not the seller's
-- source: Mercado Libre reputation, cancellations
select
  o.merchant_id as entity_id,
  count(
    case
      when o.status = 'cancelled' and o.cancelled_by = 'seller' then 1
    end
  ) as numerator,
  count(*) as denominator
from orders as o
where o.paid_at >= :from
  and o.paid_at < :to
group by o.merchant_id
