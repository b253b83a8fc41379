-- Bookings of a promoter scheduled in the window at which the promoter did not show up.
-- entity: promoter
-- unit: count
-- clock: bookings.scheduled_at
-- title: {en: No-shows, zh: 爽约次数}
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
  and b.status = 'no_show'
group by b.promoter_id
