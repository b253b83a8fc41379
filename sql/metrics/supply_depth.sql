-- How many sessions a provider's stock can fill: SKUs of its merchants that are in stock and in the pool at the end
-- of the window, against the SKUs that one session sells. "Its" merchants are those affiliated in the role that day.
-- entity: provider
-- unit: number
-- clock: the last day of the window
-- title: {en: Supply depth in sessions, zh: 供应链深度（可支撑场次）}
-- with: {skus: 30}
-- grain: one row a provider and role, also with no such SKU
-- null: an empty stock is none; an empty pool_listed_on is outside the pool, an empty pool_delisted_on still in it
-- source: supply depth: a promoter's session sells about 30 SKUs
select
  d.provider_id as entity_id,
  d.role as role,
  sum(d.skus) as numerator,
  cast(:skus as decimal(18, 2)) as denominator
from (
  select
    p.provider_id as provider_id,
    p.role as role,
    0 as skus
  from providers as p
  union all
  select
    a.provider_id,
    a.role,
    count(distinct s.sku_id)
  from products as s
  inner join affiliations as a
    on a.subject_id = s.merchant_id
    and a.subject_type = 'merchant'
    and a.from_on <= :last_day
    and coalesce(a.to_on, :last_day) >= :last_day
  where s.stock > 0
    and s.pool_listed_on <= :last_day
    and coalesce(s.pool_delisted_on, :last_day) >= :last_day
  group by a.provider_id, a.role
) as d
group by d.provider_id, d.role
