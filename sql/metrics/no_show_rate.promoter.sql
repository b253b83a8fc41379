-- Of the bookings of a promoter that were due in the window and ended either way, the share of no-shows.
-- entity: promoter
-- unit: rate
-- clock: bookings.scheduled_at
-- title: {en: No-show rate, zh: 爽约率}
-- with: {}
-- grain: one row a promoter with at least one such booking; no row is missing (0/0)
-- null: bookings still open (booked) or cancelled are in neither part
-- source: leader services (招商团长), September 2020: no-show protection 爽约保护
select
  b.promoter_id as entity_id,
  count(
    case
      when b.status = 'no_show' then 1
    end
  ) as numerator,
  count(*) as denominator
from bookings as b
where b.scheduled_at >= :from
  and b.scheduled_at < :to
  and b.status in ('no_show', 'fulfilled')
group by b.promoter_id
