-- Confirmed violations of a promoter with severity severe that occurred in the window.
-- entity: promoter
-- unit: count
-- clock: violations.occurred_on
-- title: {en: Severe violations, zh: 严重违规次数}
-- with: {}
-- grain: one row a promoter with at least one such violation; no row is 0
-- null: an empty status is confirmed
-- source: admission and exit (准入准出), September 2020
select
  v.subject_id as entity_id,
  count(*) as value
from violations as v
where v.subject_type = 'promoter'
  and v.severity = 'severe'
  and v.occurred_on between :first_day and :last_day
  and coalesce(v.status, 'confirmed') = 'confirmed'
group by v.subject_id
