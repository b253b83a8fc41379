-- Sales converted by a merchant's promotion (小店通) for each yuan spent in the window: sum of gmv / sum of spend.
-- entity: merchant
-- unit: rate
-- clock: promotions.day
-- title: {en: Return on promotion spend, zh: 推广投产比}
-- with: {}
-- grain: one row a merchant with promotion in the window; no row, or no spend, is missing
-- null: an empty gmv counts as none
-- source: promotion (小店通), September 2020: return on spend
select
  p.merchant_id as entity_id,
  coalesce(sum(p.gmv), 0) as numerator,
  sum(p.spend) as denominator
from promotions as p
where p."DAY" between :first_day and :last_day
group by p.merchant_id
