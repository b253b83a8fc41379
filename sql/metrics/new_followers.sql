-- Followers a merchant gained by promotion (小店通) in the window.
-- entity: merchant
-- unit: count
-- clock: promotions.day
-- title: {en: New followers, zh: 新增粉丝数}
-- with: {}
-- grain: one row a merchant with promotion in the window; no row is 0
-- null: an empty new_followers counts as none
-- source: promotion (小店通), September 2020: followers gained by spend
select
  p.merchant_id as entity_id,
  coalesce(sum(p.new_followers), 0) as value
from promotions as p
where p."DAY" between :first_day and :last_day
group by p.merchant_id
