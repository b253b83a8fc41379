-- Distinct categories of the SKUs of a provider's merchants that are in stock and in the pool at the end of the window.
-- entity: provider
-- unit: count
-- clock: the last day of the window
-- title: {en: Category breadth, zh: 品类宽度}
-- with: {}
-- grain: one row a provider and role with at least one such SKU; no row is 0
-- null: a product without a category has its merchant's; with neither it counts for no category
-- source: supply depth: usable depth is stock and category breadth
select
  a.provider_id as entity_id,
  a.role as role,
  count(distinct coalesce(s.category, m.category)) as value
from products as s
inner join affiliations as a
  on a.subject_id = s.merchant_id
  and a.subject_type = 'merchant'
  and a.from_on <= :last_day
  and coalesce(a.to_on, :last_day) >= :last_day
left join merchants as m
  on m.merchant_id = s.merchant_id
where s.stock > 0
  and s.pool_listed_on <= :last_day
  and coalesce(s.pool_delisted_on, :last_day) >= :last_day
group by a.provider_id, a.role
