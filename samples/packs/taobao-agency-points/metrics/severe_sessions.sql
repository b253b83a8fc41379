-- Of the sessions that an agency's anchors began in the window while they were signed with it, those with a severe violation.
-- entity: provider
-- unit: rate
-- clock: sessions.started_at
-- title: {en: Sessions with a severe violation, zh: 严重违规场次率}
-- with: {}
-- grain: one row an agency with at least one session; no row is missing (0/0)
-- null: an empty severe is no
-- source: change of the rules for agencies on Taobao Live, in force from 2022-06-08
select
  a.provider_id as entity_id,
  a.role as role,
  count(
    case
      when s.severe then 1
    end
  ) as numerator,
  count(*) as denominator
from sessions as s
inner join affiliations as a
  on a.subject_type = 'promoter'
  and a.subject_id = s.promoter_id
  and cast(s.started_at as date) between a.from_on and coalesce(a.to_on, cast(s.started_at as date))
where s.started_at >= :from
  and s.started_at < :to
group by
  a.provider_id,
  a.role
