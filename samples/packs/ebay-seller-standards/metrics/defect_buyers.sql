-- Different buyers of a seller's transactions of one regional programme that have a defect.
-- entity: merchant
-- unit: count
-- clock: orders.paid_at
-- title: {en: Buyers with a defect, zh: 有缺陷交易的买家数}
-- with: {region: us}
-- grain: one row a merchant with at least one such transaction; no row is 0
-- null: an empty buyer is nobody's; a defect that opened after the as-of day is not known yet
-- source: eBay seller standards, defects from unique buyers
select
  o.merchant_id as entity_id,
  count(distinct o.buyer_id) as value
from orders as o
inner join defects as d
  on d.order_id = o.order_id
where o.paid_at >= :from
  and o.paid_at < :to
  and o.programme_region = :region
  and d.opened_on <= :as_of
group by o.merchant_id
