-- Of a seller's shipments of one regional programme, the share that was late: no acceptance scan within handling time, and
-- either delivered after the estimate, or the buyer says late and no tracking contradicts it. Handling time ends with its last
-- business day; its clock starts when the payment clears. Weekdays before a day, from Monday 2000-01-03 on, are counted
-- by whole weeks; those that were holidays are taken off.
-- entity: merchant
-- unit: rate
-- clock: orders.paid_at
-- title: {en: Late shipment rate, zh: 延迟发货率}
-- with: {region: us}
-- grain: one row a merchant with at least one shipment; no row is missing (0/0)
-- null: no scan is not in time; no delivery contradicts nobody
-- source: eBay seller standards, late shipment rate
select
  t.merchant_id as entity_id,
  count(
    case
      when not t.in_time and (t.delivered_late or (t.buyer_says_late and not t.delivered_well)) then 1
    end
  ) as numerator,
  count(*) as denominator
from (
  select
    o.merchant_id as merchant_id,
    coalesce(
      cast(s.accepted_at as date) <= :as_of
      and 5 * (datediff(day, date '2000-01-03', cast(s.accepted_at as date)) / 7)
      + least(mod(datediff(day, date '2000-01-03', cast(s.accepted_at as date)), 7), 5)
      - 5 * (datediff(day, date '2000-01-02', cast(o.paid_at as date)) / 7)
      - least(mod(datediff(day, date '2000-01-02', cast(o.paid_at as date)), 7), 5)
      - (
        select
          count(*)
        from holidays as h
        where h.day > cast(o.paid_at as date)
          and h.day < cast(s.accepted_at as date)
          and iso_day_of_week(h.day) <= 5
      ) < s.handling_days,
      false
    ) as in_time,
    coalesce(s.delivered_on > s.estimated_on and s.delivered_on <= :as_of, false) as delivered_late,
    coalesce(s.delivered_on <= s.estimated_on and s.delivered_on <= :as_of, false) as delivered_well,
    coalesce(s.buyer_says_late, false) as buyer_says_late
  from orders as o
  inner join shipments as s
    on s.order_id = o.order_id
  where o.paid_at >= :from
    and o.paid_at < :to
    and o.programme_region = :region
) as t
group by t.merchant_id
