-- What a member spent in the window, less what came back.
-- entity: member
-- unit: money
-- clock: purchases.bought_at
-- title: {en: Spend, zh: 消费额}
-- with: {}
-- grain: one row a member with a purchase in the window; no row is 0
-- null: an empty returned is nothing returned
-- source: a sample
select
  p.member_id as entity_id,
  sum(p.amount - coalesce(p.returned, 0)) as value
from purchases as p
where p.bought_at >= :from
  and p.bought_at < :to
group by p.member_id
