-- Different tenants of a partner that consumed at least `usd` in some month of the window.
-- entity: partner
-- unit: count
-- clock: tenant_usage.month_on
-- title: {en: Azure tenants, zh: Azure租户数}
-- with: {usd: 1000}
-- grain: one row a partner with at least one such tenant; no row is 0
-- null: never
-- source: Microsoft partner capability score, Azure: net customer adds
select
  t.partner_id as entity_id,
  count(distinct t.tenant_id) as value
from tenant_usage as t
where t.month_on between :first_day and :last_day
  and t.consumed >= :usd
group by t.partner_id
