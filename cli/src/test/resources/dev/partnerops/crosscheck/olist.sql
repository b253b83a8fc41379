-- The programme seller-recruiters over Olist's files as they stand, reckoned by sqlite: tables sellers, deals and lines
-- are the files. Each view states one sentence of the policy or of SPEC section 3 and RULES 10, 12, 14, 39, 40.
--
-- Scores are fractions with denominators far below a million, so that none which is not exactly at a threshold or half
-- a cent lies within a billionth of it: rounded to a billionth, with one added, binary numbers compare and print as exact
-- ones do.
create view months as
with recursive
  firsts as (
    select '2018-01-01' as first_day
    union all
    select date(first_day, '+1 month') from firsts where first_day < '2018-08-01'
  )
select
  substr(first_day, 1, 7) as month,
  first_day,
  date(first_day, '+1 month', '-1 day') as last_day,
  date(first_day, '-2 months') as recent_day
from firsts;

-- An order of Sao Paulo, whose clocks are two hours behind UTC in summer and three in winter, on the day it was in
-- Shanghai. What was delivered before it was paid is no order.
create view paid as
select
  seller_id,
  cast(round(price * 100) as integer) as fen,
  order_status in ('canceled', 'unavailable') as cancelled,
  cast(review_score as integer) as stars,
  date(order_approved_at, case
    when order_approved_at >= '2016-10-16' and order_approved_at < '2017-02-19' then '+10 hours'
    when order_approved_at >= '2017-10-15' and order_approved_at < '2018-02-18' then '+10 hours'
    else '+11 hours'
  end) as day
from lines
where order_approved_at is not null
  and coalesce(order_delivered_customer_date >= order_approved_at, true);

-- 2/26/2018 19:58 is 2018-02-26.
create view won as
with
  split as (
    select
      seller_id,
      sr_id,
      substr(won_date, 1, instr(won_date, '/') - 1) as month,
      substr(won_date, instr(won_date, '/') + 1) as rest
    from deals
  )
select
  seller_id,
  sr_id,
  printf('%s-%02d-%02d', substr(rest, instr(rest, '/') + 1, 4), month, substr(rest, 1, instr(rest, '/') - 1)) as day
from split;

create view merchants as
select seller_id from sellers
union
select seller_id from deals;

create view providers as
select distinct sr_id from deals;

-- A seller counts for whoever won it from the day it was won on; nobody lost one.
create view credited as
select
  won.sr_id,
  paid.day,
  paid.fen,
  paid.cancelled,
  paid.stars
from paid
join won on won.seller_id = paid.seller_id and paid.day >= won.day;

-- The first order within 90 days of being won, that day being the first.
create view started as
select
  won.sr_id,
  min(paid.day) as day
from won
join paid
  on paid.seller_id = won.seller_id and paid.day >= won.day and paid.day <= date(won.day, '+89 days')
group by won.seller_id;

create table measured as
select
  month,
  sr_id,
  (select count(*) from won where won.sr_id = providers.sr_id and day between recent_day and last_day) as recruited,
  (select count(*) from started where started.sr_id = providers.sr_id and day between recent_day and last_day) as activated,
  (select count(*) from credited where credited.sr_id = providers.sr_id and day between first_day and last_day) as orders,
  (select coalesce(sum(fen), 0) from credited where credited.sr_id = providers.sr_id and day between first_day and last_day) as fen,
  (select count(*) from credited where credited.sr_id = providers.sr_id and day between recent_day and last_day) as recent_orders,
  (select coalesce(sum(cancelled), 0) from credited where credited.sr_id = providers.sr_id and day between recent_day and last_day) as cancelled,
  (select sum(stars) from credited where credited.sr_id = providers.sr_id and day between recent_day and last_day) as stars,
  (select count(stars) from credited where credited.sr_id = providers.sr_id and day between recent_day and last_day) as rated
from months
join providers;

create view earned as
select
  *,
  case
    when recruited <= 5 then 60.0 * recruited / 5
    when recruited <= 25 then 60 + 40.0 * (recruited - 5) / 20
    else 100
  end as percent_recruited,
  case
    when activated <= 3 then 60.0 * activated / 3
    when activated <= 9 then 60 + 40.0 * (activated - 3) / 6
    else 100
  end as percent_activated,
  case
    when fen <= 50000 then 60.0 * fen / 50000
    when fen <= 250000 then 60 + 40.0 * (fen - 50000) / 200000
    else 100
  end as percent_sold,
  case
    when cancelled * 50 <= recent_orders then 100
    when cancelled * 10 <= recent_orders then 50
    else 0
  end as percent_kept,
  max(0.0, min(100.0, 100.0 * (1.0 * stars / rated - 2.5) / 2)) as percent_stars
from measured;

-- A provider whose orders nobody rated has the weight of the stars shared among the others.
create table scored as
select
  month,
  sr_id,
  recent_orders >= 3 as rated,
  cancelled * 20 <= recent_orders as trusted,
  case when recent_orders >= 3 then
    round(case
      when percent_stars is null then
        (15 * percent_recruited + 35 * percent_activated + 25 * percent_sold + 10 * percent_kept) / 85
      else
        (15 * percent_recruited + 35 * percent_activated + 25 * percent_sold + 10 * percent_kept + 15 * percent_stars) / 100
    end, 9) + 1e-9
  end as score
from earned;

-- One step a month up; one down at the second miss running; a month without a score changes nothing. Tiers are numbers
-- from 0.
create view climbed as
with recursive
  asked as (
    select
      *,
      score >= 40 as keeps_1,
      score >= 55 as keeps_2,
      score >= 70 and trusted as keeps_3,
      score >= 45 as enters_1,
      score >= 60 as enters_2,
      score >= 75 and trusted as enters_3
    from scored
  ),
  judged as (
    select
      month,
      sr_id,
      tiers.tier,
      rated,
      case tiers.tier
        when 0 then enters_1 or enters_2 or enters_3
        when 1 then enters_2 or enters_3
        when 2 then enters_3
        else false
      end as rises,
      case tiers.tier
        when 0 then true
        when 1 then keeps_1
        when 2 then keeps_2
        else keeps_3
      end as keeps
    from asked
    join (select 0 as tier union select 1 union select 2 union select 3) as tiers
  ),
  steps as (
    select
      date('2018-01-01') as next_day,
      sr_id,
      null as month,
      0 as before,
      0 as tier,
      0 as misses,
      null as action
    from providers
    union all
    select
      date(next_day, '+1 month'),
      steps.sr_id,
      judged.month,
      steps.tier,
      case
        when not rated then steps.tier
        when rises then steps.tier + 1
        when not keeps and misses = 1 then steps.tier - 1
        else steps.tier
      end,
      case
        when not rated then misses
        when rises or keeps or misses = 1 then 0
        else 1
      end,
      case
        when not rated then 'not_rated'
        when rises then 'upgrade'
        when keeps then 'hold'
        when misses = 1 then 'downgrade'
        else 'warn'
      end
    from steps
    join judged
      on judged.month = substr(next_day, 1, 7) and judged.sr_id = steps.sr_id and judged.tier = steps.tier
  )
select month, sr_id, before, tier, action
from steps
where month is not null;

create view tier_names as
select 0 as tier, 'listed' as name
union select 1, 'bronze'
union select 2, 'silver'
union select 3, 'gold';
