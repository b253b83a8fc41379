-- Deliveries of a courier in the window, each counted by its hour: a delivery of the lunch peak as so many plain ones.
-- entity: courier
-- unit: number
-- clock: deliveries.delivered_at
-- title: {en: Deliveries by their weight, zh: 加权单量}
-- with: {lunch: 1, dinner: 1, storm: 1}
-- grain: one row a courier; one without a delivery has 0
-- null: an empty failed is no
-- source: a sample
select
  c.courier_id as entity_id,
  coalesce(
    sum(
      case d.peak
        when 'lunch' then cast(:lunch as decimal(10, 2))
        when 'dinner' then cast(:dinner as decimal(10, 2))
        when 'storm' then cast(:storm as decimal(10, 2))
        when 'none' then 1
      end
    ),
    0
  ) as value
from couriers as c
left join deliveries as d
  on d.courier_id = c.courier_id
  and d.delivered_at >= :from
  and d.delivered_at < :to
  and coalesce(d.failed, false) = false
group by c.courier_id
