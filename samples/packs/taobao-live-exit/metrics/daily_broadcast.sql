-- Hours a promoter broadcast on its broadcast days of the window, a day: over those days (days: broadcast), or over all days
-- of the window (days: calendar).
-- entity: promoter
-- unit: number
-- clock: sessions.started_at
-- title: {en: Hours broadcast a day, zh: 日均开播时长}
-- with: {minutes: 30, days: broadcast}
-- grain: one row a promoter with at least one broadcast day; no row is missing
-- null: an empty ended_at has not ended
-- source: monthly assessment of Taobao Live, in force from 2022-07-15; it does not say which days are meant
select
  d.promoter_id as entity_id,
  sum(d.seconds) as numerator,
  3600 * case
    when cast(:days as varchar) = 'calendar' then datediff('day', :first_day, :last_day) + 1
    else count(*)
  end as denominator
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
