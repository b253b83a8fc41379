-- Sessions held in a provider's live base that started in the window. Counts in each of the provider's roles.
-- entity: provider
-- unit: count
-- clock: sessions.started_at
-- title: {en: Live base sessions, zh: 直播基地场次}
-- with: {}
-- grain: one row a provider with at least one such session; no row is 0
-- null: a session without base_provider_id is nobody's
-- source: service provider partners (服务商合伙人计划), September 2020: MCN and industrial belt run live bases
select
  s.base_provider_id as entity_id,
  count(*) as value
from sessions as s
where s.started_at >= :from
  and s.started_at < :to
  and s.base_provider_id is not null
group by s.base_provider_id
