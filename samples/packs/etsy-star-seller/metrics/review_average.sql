-- Average of the stars (1 to 5) of the reviews written in the window.
-- entity: merchant
-- unit: number
-- clock: reviews.written_at
-- title: {en: Average review, zh: 平均评分}
-- with: {}
-- grain: one row a merchant with at least one review; no row is missing
-- null: never
-- source: Etsy Star Seller since May 2022, average review rating
select
  r.merchant_id as entity_id,
  sum(r.stars) as numerator,
  count(*) as denominator
from reviews as r
where r.written_at >= :from
  and r.written_at < :to
group by r.merchant_id
