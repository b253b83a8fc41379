-- The shipped programmes over a generated set, reckoned by sqlite: tables named like the data sets are the files. The
-- as-of day of the partners and the badges is 2020-11-05. Each view or table states one sentence of a policy or of SPEC
-- sections 3 and 4 and RULES 1, 9, 10, 12, 14 to 16, 40.
--
-- Scores are fractions with denominators far below a million, so that none which is not exactly at a threshold or half
-- a cent lies within a billionth of it: rounded to a billionth, with one added, binary numbers compare and print as exact
-- ones do.
create table months as
select '2020-07' as month, '2020-07-01' as first_day, '2020-07-31' as last_day, '2020-05-03' as recent_day
union all select '2020-08', '2020-08-01', '2020-08-31', '2020-06-03'
union all select '2020-09', '2020-09-01', '2020-09-30', '2020-07-03'
union all select '2020-10', '2020-10-01', '2020-10-31', '2020-08-03';

create table paid as
select
  order_id,
  merchant_id,
  promoter_id,
  sku_id,
  paid_at,
  substr(paid_at, 1, 10) as day,
  cast(replace(amount, '.', '') as integer) as fen,
  case
    when status = 'cancelled' then cast(replace(amount, '.', '') as integer)
    when refund_amount is not null then cast(replace(refund_amount, '.', '') as integer)
    when status = 'refunded' then cast(replace(amount, '.', '') as integer)
    else 0
  end as refund_fen,
  substr(coalesce(refunded_at, paid_at), 1, 10) as refund_day
from orders;

create index paid_merchant on paid (merchant_id, day);

create index paid_promoter on paid (promoter_id, day);

create table spells as
select provider_id, role, subject_type, subject_id, from_on, coalesce(to_on, '9999-12-31') as to_on
from affiliations
where from_on <= '2020-11-05';

-- An order of one of its merchants, or of one of its promoters, while it was affiliated.
create table credited as
select
  month,
  provider_id,
  role,
  subject_type,
  fen - iif(refund_day <= '2020-11-05', refund_fen, 0) as net_fen,
  fen,
  iif(refund_day <= '2020-11-05', refund_fen, 0) as refund_fen,
  promoter_id,
  sku_id
from spells
join paid
  on paid.merchant_id = subject_id and subject_type = 'merchant' and day between from_on and to_on
join months on months.month = substr(day, 1, 7)
union all
select
  month,
  provider_id,
  role,
  subject_type,
  fen - iif(refund_day <= '2020-11-05', refund_fen, 0),
  fen,
  iif(refund_day <= '2020-11-05', refund_fen, 0),
  promoter_id,
  sku_id
from spells
join paid
  on paid.promoter_id = subject_id and subject_type = 'promoter' and day between from_on and to_on
join months on months.month = substr(day, 1, 7);

create table sales as
select
  month,
  provider_id,
  role,
  sum(iif(subject_type = 'promoter', net_fen, 0)) as anchor_fen,
  sum(iif(subject_type = 'merchant', net_fen, 0)) as supplied_fen,
  count(distinct iif(subject_type = 'merchant', promoter_id, null)) as distribution_promoters,
  count(distinct iif(subject_type = 'merchant' and promoter_id is not null, sku_id, null)) as supplied_skus,
  sum(fen) as fen,
  sum(refund_fen) as refund_fen
from credited
group by month, provider_id, role;

-- The day of a merchant's third order of its first 30 days, for whoever had it first in the role.
create table recruited as
with
  early as (
    select
      merchants.merchant_id,
      day,
      row_number() over (partition by merchants.merchant_id order by paid_at, order_id) as place
    from merchants
    join paid
      on paid.merchant_id = merchants.merchant_id
      and day between merchants.joined_on and date(merchants.joined_on, '+29 days')
  ),
  firsts as (
    select
      provider_id,
      role,
      subject_id,
      row_number() over (partition by role, subject_id order by from_on, provider_id) as place
    from spells
    where subject_type = 'merchant'
  )
select month, provider_id, role, count(*) as merchants
from firsts
join early on early.merchant_id = subject_id and early.place = 3
join months on months.month = substr(day, 1, 7)
where firsts.place = 1
group by month, provider_id, role;

-- The first day on which the paid amounts of 30 days running came to 8,000 yuan, for whoever it was affiliated with then.
create table incubated as
with
  daily as (
    select promoter_id, day, sum(fen) as fen
    from paid
    where promoter_id is not null
    group by promoter_id, day
  ),
  running as (
    select
      promoter_id,
      day,
      sum(fen) over (
        partition by promoter_id
        order by julianday(day)
        range between 29 preceding and current row
      ) as fen
    from daily
  ),
  reached as (
    select promoter_id, min(day) as day
    from running
    where fen >= 800000
    group by promoter_id
  )
select month, provider_id, role, count(*) as promoters
from reached
join spells
  on subject_type = 'promoter' and subject_id = promoter_id and day between from_on and to_on
join months on months.month = substr(day, 1, 7)
group by month, provider_id, role;

-- Violations are confirmed unless they say otherwise; none is younger than the as-of day.
create view confirmed as
select subject_id as provider_id, occurred_on, severity, points
from violations
where subject_type = 'provider' and coalesce(status, 'confirmed') = 'confirmed';

create table measured as
select
  months.month,
  last_day,
  providers.provider_id,
  role,
  name,
  applied_on,
  coalesce((select merchants from recruited where recruited.month = months.month and recruited.provider_id = providers.provider_id and recruited.role = providers.role), 0) as recruits,
  coalesce((select promoters from incubated where incubated.month = months.month and incubated.provider_id = providers.provider_id and incubated.role = providers.role), 0) as anchors,
  (select count(*) from courses where courses.provider_id = providers.provider_id and published_on between first_day and last_day) as courses,
  (select count(*) from courses where courses.provider_id = providers.provider_id and published_on between recent_day and last_day) as recent_courses,
  (select 1.0 * sum(coalesce(completed_on <= '2020-11-05', 0)) / count(*) from enrolments join courses on courses.course_id = enrolments.course_id where courses.provider_id = providers.provider_id and enrolled_on between recent_day and last_day) as completion,
  (select 1.0 * sum(rating) / count(rating) from enrolments join courses on courses.course_id = enrolments.course_id where courses.provider_id = providers.provider_id and completed_on between recent_day and last_day) as course_stars,
  (select count(*) from sessions where base_provider_id = providers.provider_id and substr(started_at, 1, 10) between first_day and last_day) as sessions,
  (select coalesce(sum(points), 0) from confirmed where confirmed.provider_id = providers.provider_id and occurred_on between recent_day and last_day) as points_lost,
  (select count(*) from confirmed where confirmed.provider_id = providers.provider_id and severity = 'severe' and occurred_on between recent_day and last_day) as severe,
  coalesce(anchor_fen, 0) as anchor_fen,
  coalesce(supplied_fen, 0) as supplied_fen,
  coalesce(distribution_promoters, 0) as distribution_promoters,
  coalesce(supplied_skus, 0) as supplied_skus
from months
join providers
left join sales using (month, provider_id, role)
where status in ('applicant', 'active');

create view earned as
select
  *,
  case role
    when 'training' then
      (
        40 * case when recruits <= 1 then 60.0 * recruits else min(100, 60 + 20.0 * (recruits - 1)) end
        + 20 * min(100.0, 50.0 * courses)
        + 20 * coalesce(max(0.0, min(100.0, (completion - 0.2) / 0.5 * 100)), 0)
        + 20 * coalesce(max(0.0, min(100.0, (course_stars - 3) / 1.8 * 100)), 0)
      ) / (60 + iif(completion is null, 0, 20) + iif(course_stars is null, 0, 20))
    when 'mcn' then
      (
        40 * min(100.0, 100.0 * anchors)
        + 20 * min(100.0, 100.0 * sessions / 3)
        + 40 * case when anchor_fen <= 500000 then 50.0 * anchor_fen / 500000 else min(100, 50 + 50.0 * (anchor_fen - 500000) / 1000000) end
      ) / 100
    when 'industrial_belt' then
      (
        50 * min(100.0, 100.0 * sessions / 3)
        + 20 * min(100.0, 100.0 * anchors)
        + 30 * min(100.0, 100.0 * anchor_fen / 500000)
      ) / 100
    else
      (
        30 * min(100.0, 25.0 * distribution_promoters)
        + 30 * min(100.0, 100.0 * supplied_skus / 3)
        + 40 * min(100.0, 100.0 * supplied_fen / 200000)
      ) / 100
  end as kpis,
  case role
    when 'training' then iif(recent_courses >= 1, 'rated', 'not_rated')
    when 'mcn' then iif(anchor_fen > 0, 'rated', 'failed')
    when 'industrial_belt' then iif(sessions > 0, 'rated', 'failed')
    else iif(supplied_fen > 0, 'rated', 'failed')
  end as status
from measured;

create table scored as
select
  month,
  last_day,
  provider_id,
  role,
  name,
  applied_on,
  severe,
  points_lost,
  status,
  iif(status = 'not_rated', null, round(max(0.0, min(100.0, kpis - min(points_lost, 30))), 9) + 1e-9) as score
from earned;

-- What an evaluation makes of whoever stands nowhere (-1) or in a tier from 0 on, and missed it last time or not. Nothing
-- is asked of the lowest tier; nobody has two severe violations of a month, and nobody can have a tier to miss three times
-- running within these four months, so nobody exits.
create table judged as
with
  standings as (
    select tiers.tier, misses
    from (select -1 as tier union all select 0 union all select 1 union all select 2 union all select 3) as tiers
    join (select 0 as misses union all select 1)
  ),
  asked as (
    select
      scored.*,
      status = 'rated' and score >= 60 as enters_1,
      status = 'rated' and score >= 75 as enters_2,
      status = 'rated' and score >= 90 and severe = 0 as enters_3,
      status = 'rated' and score >= 55 as keeps_1,
      status = 'rated' and score >= 70 as keeps_2,
      status = 'rated' and score >= 85 and severe = 0 as keeps_3
    from scored
  ),
  acted as (
    select
      asked.*,
      standings.tier,
      standings.misses,
      case
        when status = 'not_rated' then 'not_rated'
        when standings.tier = -1 then iif(severe = 0 and applied_on is not null and points_lost <= 12, 'admit', 'hold')
        when (standings.tier < 1 and enters_1) or (standings.tier < 2 and enters_2) or (standings.tier < 3 and enters_3) then 'upgrade'
        when standings.tier = 0 then 'hold'
        when (standings.tier = 1 and keeps_1) or (standings.tier = 2 and keeps_2) or (standings.tier = 3 and keeps_3) then 'hold'
        when standings.misses = 1 then 'downgrade'
        else 'warn'
      end as action
    from asked
    join standings
  )
select
  month,
  provider_id,
  role,
  tier,
  misses,
  action,
  case action
    when 'admit' then 0
    when 'upgrade' then tier + 1
    when 'downgrade' then tier - 1
    else tier
  end as calculated,
  case action
    when 'not_rated' then misses
    when 'warn' then 1
    else 0
  end as missed,
  (tier >= 0 or action = 'admit') and julianday(last_day) - julianday(applied_on) <= 90 as protects
from acted;

create unique index judged_key on judged (month, provider_id, role, tier, misses);

-- Month by month: the calculated tier, the one shown, and whether protection has begun. Once it has it runs on for four
-- months, of which the set has no more.
create table climbed as
with recursive
  steps as (
    select
      '2020-07-01' as next_day,
      provider_id,
      role,
      null as month,
      null as before,
      -1 as shown,
      -1 as tier,
      0 as misses,
      false as protected,
      null as action
    from (select distinct provider_id, role from scored)
    union all
    select
      date(next_day, '+1 month'),
      steps.provider_id,
      steps.role,
      judged.month,
      steps.shown,
      iif(steps.protected or protects, max(calculated, steps.shown), calculated),
      calculated,
      missed,
      steps.protected or protects,
      iif((steps.protected or protects) and steps.shown > calculated, 'protected', judged.action)
    from steps
    join judged
      on judged.month = substr(next_day, 1, 7)
      and judged.provider_id = steps.provider_id
      and judged.role = steps.role
      and judged.tier = steps.tier
      and judged.misses = steps.misses
  )
select month, provider_id, role, before, shown, tier, action
from steps
where month is not null;

create table tier_names as
select -1 as tier, null as name
union all select 0, 'listed'
union all select 1, 'bronze'
union all select 2, 'silver'
union all select 3, 'gold';

-- The quarter's badges: by the score of its last month, then by the quarter's net sales and share of refunds.
create view badges as
with
  quarter as (
    select provider_id, role, sum(fen) as fen, sum(refund_fen) as refund_fen
    from sales
    where month in ('2020-07', '2020-08', '2020-09')
    group by provider_id, role
  ),
  eligible as (
    select
      scored.provider_id,
      scored.name,
      score,
      row_number() over (
        order by
          score desc,
          coalesce(quarter.fen - quarter.refund_fen, 0) desc,
          1.0 * quarter.refund_fen / quarter.fen,
          scored.provider_id
      ) as place
    from scored
    join climbed using (month, provider_id, role)
    join providers using (provider_id, role)
    left join quarter using (provider_id, role)
    where month = '2020-09'
      and role = 'supply_chain'
      and providers.status = 'active'
      and shown >= 2
      and severe = 0
  )
select
  'supply-chain-badges',
  null,
  place,
  provider_id,
  name,
  '2020-Q3',
  printf('%.2f', score),
  case when place <= 10 then 'gold' when place <= 60 then 'silver' end as badge
from eligible
order by place;

-- Fanxing: self-built shops that joined in these two months, by the licence or the shop where it has none.
create table cohort as
select merchant_id, name, category, status, joined_on, coalesce(licence_no, merchant_id) as licence
from merchants
where shop_type = 'self_built' and joined_on between '2020-09-01' and '2020-10-31';

create table statement_days as
select '2020-10-20' as day, null as before
union all select '2020-10-31', '2020-10-20';

-- Net sales since joining as known on the day, and the fee on them in whole fen: half a fen is rounded up.
create table bases as
select
  statement_days.day,
  statement_days.before,
  cohort.merchant_id,
  coalesce(sum(fen - iif(refund_day <= statement_days.day, refund_fen, 0)), 0) as fen,
  case category when '女装' then 1 when '珠宝' then 3 else 2 end as percent
from statement_days
join cohort on joined_on <= statement_days.day
left join paid
  on paid.merchant_id = cohort.merchant_id and paid.day between joined_on and statement_days.day
group by statement_days.day, cohort.merchant_id;

create view fees as
select
  day,
  before,
  merchant_id,
  fen,
  (2 * (min(fen, 10000000) * percent + max(fen - 10000000, 0) * 5) + 100) / 200 as fee,
  (2 * fen * 5 + 100) / 200 as standard
from bases;

create view statements as
with
  differences as (
    select
      now.day,
      now.merchant_id,
      coalesce(earlier.fen, 0) as before,
      now.fen as after,
      now.fee - coalesce(earlier.fee, 0) as amount,
      now.standard - coalesce(earlier.standard, 0) as standard
    from fees as now
    left join fees as earlier on earlier.day = now.before and earlier.merchant_id = now.merchant_id
  )
select day, merchant_id, before, after, amount, standard, standard - amount as saved
from differences;

-- Once a licence: the first by the day of joining, then by id; a shop that had it at the earlier statement is before all.
create view credits as
with
  claims as (
    select
      statement_days.day,
      merchant_id,
      name,
      status,
      row_number() over (
        partition by statement_days.day, licence, status = 'active'
        order by joined_on > coalesce(statement_days.before, ''), joined_on, merchant_id
      ) as place,
      max(status = 'active' and joined_on <= coalesce(statement_days.before, '')) over (
        partition by statement_days.day, licence
      ) as had
    from statement_days
    join cohort on joined_on <= statement_days.day
  )
select
  day,
  merchant_id,
  name,
  case
    when status <> 'active' then 'ineligible'
    when had or place > 1 then 'already_granted'
    else 'granted'
  end as state
from claims;
