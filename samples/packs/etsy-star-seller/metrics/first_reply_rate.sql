-- Of the conversations that buyers began in the window, the share whose first message was answered within `hours`. One that
-- may still be answered in time is in neither part.
-- entity: merchant
-- unit: rate
-- clock: threads.received_at
-- title: {en: Answered within 24 hours, zh: 24小时内回复率}
-- with: {hours: 24}
-- grain: one row a merchant with at least one such conversation; no row is missing (0/0)
-- null: an empty answer, or one after the as-of day, is none
-- source: Etsy Star Seller, message response rate
select
  t.merchant_id as entity_id,
  count(
    case
      when t.answered_at <= dateadd(hour, :hours, t.received_at)
        and cast(t.answered_at as date) <= :as_of then 1
    end
  ) as numerator,
  count(*) as denominator
from threads as t
where t.received_at >= :from
  and t.received_at < :to
  and (
    cast(dateadd(hour, :hours, t.received_at) as date) <= :as_of
    or cast(t.answered_at as date) <= :as_of
  )
group by t.merchant_id
