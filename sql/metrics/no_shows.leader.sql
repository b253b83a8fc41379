-- Bookings of a leader scheduled in the window at which the promoter did not show up.
-- entity: leader
-- unit: count
-- clock: bookings.scheduled_at
-- title: {en: No-shows, zh: 爽约次数}
-- with: {}
-- grain: one row a leader with at least one such booking; no row is 0
-- null: never
-- source: leader services (招商团长), September 2020: no-show protection 爽约保护
select
  b.leader_id as entity_id,
  count(*) as value
from bookings as b
where b.scheduled_at >= :from
  and b.scheduled_at < :to
  and b.status = 'no_show'
group by b.leader_id
