-- Of a courier's deliveries in the window, those that arrived by the promised time; one that failed did not.
-- entity: courier
-- unit: rate
-- clock: deliveries.delivered_at
-- title: {en: On-time rate, zh: 准时率}
-- with: {}
-- grain: one row a courier with a delivery in the window; no row is missing (0/0)
-- null: an empty failed is no
-- source: a sample
select
  d.courier_id as entity_id,
  count(
    case
      when d.delivered_at <= d.promised_at
        and coalesce(d.failed, false) = false then 1
    end
  ) as numerator,
  count(*) as denominator
from deliveries as d
where d.delivered_at >= :from
  and d.delivered_at < :to
group by d.courier_id
