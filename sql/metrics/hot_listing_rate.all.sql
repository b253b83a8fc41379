-- Of all hot SKUs, the share that is in the pool at the end of the window.
-- entity: all
-- unit: rate
-- clock: the last day of the window
-- title: {en: Listing rate of hot goods, zh: 爆款上架率}
-- with: {}
-- grain: one row; no row is missing (0/0)
-- null: an empty hot is not hot; an empty pool_listed_on is outside the pool, an empty pool_delisted_on still in it
-- source: distribution pool (好物联盟分销库), September 2020: listing rate of hot goods
select
  'all' as entity_id,
  count(
    case
      when s.pool_listed_on <= :last_day and coalesce(s.pool_delisted_on, :last_day) >= :last_day then 1
    end
  ) as numerator,
  count(*) as denominator
from products as s
where s.hot
