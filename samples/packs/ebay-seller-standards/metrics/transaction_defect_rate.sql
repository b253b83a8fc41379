-- Of a seller's transactions of one regional programme, the share with a defect: cancelled by the seller, or a case closed
-- without the seller's resolution. A transaction counts once, however many defects it has.
-- entity: merchant
-- unit: rate
-- clock: orders.paid_at
-- title: {en: Transaction defect rate, zh: 交易缺陷率}
-- with: {region: us}
-- grain: one row a merchant with at least one transaction; no row is missing (0/0)
-- null: a defect that opened after the as-of day is not known yet
-- source: eBay seller standards, transaction defect rate
select
  o.merchant_id as entity_id,
  count(d.order_id) as numerator,
  count(*) as denominator
from orders as o
left join (
  select distinct
    x.order_id as order_id
  from defects as x
  where x.opened_on <= :as_of
) as d
  on d.order_id = o.order_id
where o.paid_at >= :from
  and o.paid_at < :to
  and o.programme_region = :region
group by o.merchant_id
