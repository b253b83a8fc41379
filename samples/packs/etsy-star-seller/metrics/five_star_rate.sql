-- Of the reviews written in the window, the share with five stars.
-- entity: merchant
-- unit: rate
-- clock: reviews.written_at
-- title: {en: Five-star reviews, zh: 五星评价率}
-- with: {}
-- grain: one row a merchant with at least one review; no row is missing (0/0)
-- null: never
-- source: Etsy Star Seller, first edition of September 2021, five-star reviews
select
  r.merchant_id as entity_id,
  count(
    case
      when r.stars = 5 then 1
    end
  ) as numerator,
  count(*) as denominator
from reviews as r
where r.written_at >= :from
  and r.written_at < :to
group by r.merchant_id
