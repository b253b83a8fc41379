-- What a merchant spent on promotion (小店通) in the window.
-- entity: merchant
-- unit: money
-- clock: promotions.day
-- title: {en: Promotion spend, zh: 推广消耗}
-- with: {}
-- grain: one row a merchant with promotion in the window; no row is 0
-- null: never
-- source: promotion (小店通), September 2020
select
  p.merchant_id as entity_id,
  sum(p.spend) as value
from promotions as p
where p."DAY" between :first_day and :last_day
group by p.merchant_id
