-- Orders of a merchant of at least so many yuan, and the largest of them.
-- entity: merchant
-- unit: count
-- clock: orders.paid_at
-- title: {en: Big orders, zh: 大额订单数}
-- with: {yuan: 50}
select
  o.merchant_id as entity_id,
  count(*) as value,
  max(o.amount) as largest
from orders as o
where o.paid_at >= :from
  and o.paid_at < :to
  and o.amount >= :yuan
group by o.merchant_id
