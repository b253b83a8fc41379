-- Of a seller's shipments of one regional programme, the share whose tracking number was uploaded within handling time and
-- is valid: the carrier scanned or delivered the parcel. Business days are counted as in late_shipment_rate.
-- entity: merchant
-- unit: rate
-- clock: orders.paid_at
-- title: {en: Tracking uploaded in time and valid, zh: 按时上传有效单号率}
-- with: {region: us}
-- grain: one row a merchant with at least one shipment; no row is missing (0/0)
-- null: neither scan nor delivery by the as-of day is not valid
-- source: eBay seller standards, tracking uploaded on time and validated
select
  t.merchant_id as entity_id,
  count(
    case
      when t.in_time and t.valid then 1
    end
  ) as numerator,
  count(*) as denominator
from (
  select
    o.merchant_id as merchant_id,
    coalesce(
      5 * (datediff(day, date '2000-01-03', cast(s.tracked_at as date)) / 7)
      + least(mod(datediff(day, date '2000-01-03', cast(s.tracked_at as date)), 7), 5)
      - 5 * (datediff(day, date '2000-01-02', cast(o.paid_at as date)) / 7)
      - least(mod(datediff(day, date '2000-01-02', cast(o.paid_at as date)), 7), 5)
      - (
        select
          count(*)
        from holidays as h
        where h.day > cast(o.paid_at as date)
          and h.day < cast(s.tracked_at as date)
          and iso_day_of_week(h.day) <= 5
      ) < s.handling_days,
      false
    ) as in_time,
    coalesce(cast(s.accepted_at as date) <= :as_of, false) or coalesce(s.delivered_on <= :as_of, false) as valid
  from orders as o
  inner join shipments as s
    on s.order_id = o.order_id
  where o.paid_at >= :from
    and o.paid_at < :to
    and o.programme_region = :region
) as t
group by t.merchant_id
