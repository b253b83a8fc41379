-- Bookings of a promoter that were not cancelled and were scheduled in the window.
-- entity: promoter
-- unit: count
-- clock: bookings.scheduled_at
-- title: {en: Bookings, zh: 预约场次}
-- with: {}
-- grain: one row a promoter with at least one such booking; no row is 0
-- null: never
-- source: leader services (招商团长), September 2020: no-show protection 爽约保护
select
  b.promoter_id as entity_id,
  count(*) as value
from bookings as b
where b.scheduled_at >= :from
  and b.scheduled_at < :to
  and b.status <> 'cancelled'
group by b.promoter_id
