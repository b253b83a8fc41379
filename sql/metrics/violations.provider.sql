-- Confirmed violations of a provider that occurred in the window; appealed and revoked ones do not count. Violations name no role: they count in each.
-- entity: provider
-- unit: count
-- clock: violations.occurred_on
-- title: {en: Violations, zh: 违规次数}
-- with: {}
-- grain: one row a provider with at least one such violation; no row is 0
-- null: an empty status is confirmed
-- source: admission and exit (准入准出), September 2020
select
  v.subject_id as entity_id,
  count(*) as value
from violations as v
where v.subject_type = 'provider'
  and v.occurred_on between :first_day and :last_day
  and coalesce(v.status, 'confirmed') = 'confirmed'
group by v.subject_id
