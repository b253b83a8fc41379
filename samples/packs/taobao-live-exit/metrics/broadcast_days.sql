-- Days of the window on which a promoter broadcast for at least so many minutes in all. A session counts for the day on
-- which it began; one that has not ended counts for none.
-- entity: promoter
-- unit: count
-- clock: sessions.started_at
-- title: {en: Broadcast days, zh: 有效开播天数}
-- with: {minutes: 30}
-- grain: one row a promoter with at least one such day; no row is 0
-- null: an empty ended_at has not ended
-- source: monthly assessment of Taobao Live, in force from 2022-07-15
select
  d.promoter_id as entity_id,
  count(*) as value
from (
  select
    s.promoter_id as promoter_id,
    sum(datediff('second', s.started_at, s.ended_at)) as seconds
  from sessions as s
  where s.started_at >= :from
    and s.started_at < :to
    and s.ended_at is not null
  group by
    s.promoter_id,
    cast(s.started_at as date)
) as d
where d.seconds >= 60 * cast(:minutes as integer)
group by d.promoter_id
