-- Confirmed violations of a merchant against one policy that occurred in the window.
-- entity: merchant
-- unit: count
-- clock: violations.occurred_on
-- title: {en: Violations of a policy, zh: 违反某项政策次数}
-- with: {policy: infringement}
-- grain: one row a merchant with at least one such violation; no row is 0
-- null: an empty status is confirmed
-- source: Amazon account health rating, repeated violations
select
  v.subject_id as entity_id,
  count(*) as value
from violations as v
where v.subject_type = 'merchant'
  and v.occurred_on between :first_day and :last_day
  and coalesce(v.status, 'confirmed') = 'confirmed'
  and v.policy = :policy
group by v.subject_id
