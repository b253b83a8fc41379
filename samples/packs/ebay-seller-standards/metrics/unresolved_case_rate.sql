-- Of a seller's transactions of one regional programme, the share with a case closed without the seller's resolution.
-- entity: merchant
-- unit: rate
-- clock: orders.paid_at
-- title: {en: Cases closed without seller resolution, zh: 未经卖家解决而关闭的纠纷率}
-- with: {region: us}
-- grain: one row a merchant with at least one transaction; no row is missing (0/0)
-- null: a case that opened after the as-of day is not known yet
-- source: eBay seller standards, cases closed without seller resolution
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
    and x.kind = 'unresolved_case'
) as d
  on d.order_id = o.order_id
where o.paid_at >= :from
  and o.paid_at < :to
  and o.programme_region = :region
group by o.merchant_id
