-- Confirmed violations of a promoter that the platform calls specially severe and that occurred in the window.
-- entity: promoter
-- unit: count
-- clock: violations.occurred_on
-- title: {en: Specially severe violations, zh: 特别严重违规次数}
-- with: {}
-- grain: one row a promoter with at least one such violation; no row is 0
-- null: an empty status is confirmed; an empty special is no
-- source: monthly assessment of Taobao Live, in force from 2022-07-15
select
  v.subject_id as entity_id,
  count(*) as value
from violations as v
where v.subject_type = 'promoter'
  and v.special
  and v.occurred_on between :first_day and :last_day
  and coalesce(v.status, 'confirmed') = 'confirmed'
group by v.subject_id
