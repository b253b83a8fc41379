-- Distinct SKUs of a provider's merchants that a promoter sold in the window. "Its" merchants are those affiliated in
-- the role on the day paid, in the programme's time zone.
-- entity: provider
-- unit: count
-- clock: orders.paid_at
-- title: {en: Supplied SKUs, zh: 供货SKU数}
-- with: {}
-- grain: one row a provider and role with at least one such SKU; no row is 0
-- null: an order without a promoter or without a SKU is left out
-- source: service provider partners (服务商合伙人计划), September 2020: supply chains supply goods
select
  a.provider_id as entity_id,
  a.role as role,
  count(distinct o.sku_id) as value
from orders as o
inner join affiliations as a
  on a.subject_id = o.merchant_id
  and a.subject_type = 'merchant'
  and a.from_on <= cast(o.paid_at as date)
  and coalesce(a.to_on, cast(o.paid_at as date)) >= cast(o.paid_at as date)
where o.paid_at >= :from
  and o.paid_at < :to
  and o.promoter_id is not null
group by a.provider_id, a.role
