-- Segments that a flyer flew in the window.
-- entity: flyer
-- unit: count
-- clock: segments.flown_on
-- title: {en: Segments flown, zh: 实飞航段数}
-- with: {}
-- grain: one row a flyer with at least one such segment; no row is 0
-- null: never
-- source: a sample
select
  s.flyer_id as entity_id,
  count(*) as value
from segments as s
where s.status = 'flown'
  and s.flown_on between :first_day and :last_day
group by s.flyer_id
