-- Creators that leapt in the window: whose paid amount of 30 days running, through whatever leader, first reached the
-- mark on a day of it, while the leader's part of those 30 days reached its own. A creator that the leader itself has
-- signed is no leap of it. Counts for each leader whose part is large enough.
-- entity: leader
-- unit: count
-- clock: orders.paid_at
-- title: {en: Leaps of creators, zh: 跃迁达人数}
-- with: {creator_gmv: 500000, leader_gmv: 150000}
-- grain: one row a leader with at least one such creator; no row is 0
-- null: an order without a promoter counts for nobody; an empty own_creator is no
-- source: grades of recruiting leaders, in force from 2022-07-01
select
  l.leader_id as entity_id,
  count(*) as value
from (
  select
    o.leader_id as leader_id,
    m.promoter_id as promoter_id
  from (
    select
      r.promoter_id as promoter_id,
      min(r.paid_on) as reached_on
    from (
      select
        d.promoter_id as promoter_id,
        d.paid_on as paid_on,
        sum(d.amount) over (
          partition by d.promoter_id
          order by d.paid_on
          range between interval '29' day preceding and current row
        ) as amount
      from (
        select
          p.promoter_id as promoter_id,
          cast(p.paid_at as date) as paid_on,
          sum(p.amount) as amount
        from orders as p
        where p.paid_at < :to
          and p.promoter_id is not null
        group by
          p.promoter_id,
          cast(p.paid_at as date)
      ) as d
    ) as r
    where r.amount >= :creator_gmv
    group by r.promoter_id
  ) as m
  inner join orders as o
    on o.promoter_id = m.promoter_id
  where m.reached_on between :first_day and :last_day
    and cast(o.paid_at as date) between dateadd('day', -29, m.reached_on) and m.reached_on
    and o.leader_id is not null
    and coalesce(o.own_creator, false) = false
  group by
    o.leader_id,
    m.promoter_id
  having sum(o.amount) >= :leader_gmv
) as l
group by l.leader_id
