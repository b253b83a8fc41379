-- Whether a member has its birthday in the window, which lies within one calendar year: 1 or no row. Who was born on 29 February
-- has it on the 28th in other years.
-- entity: member
-- unit: count
-- clock: members.birthday
-- title: {en: Birthdays, zh: 生日}
-- with: {}
-- grain: one row a member with its birthday in the window; no row is 0
-- null: an empty birthday is in no window
-- source: a sample
select
  m.member_id as entity_id,
  1 as value
from members as m
where dateadd('year', extract(year from :last_day) - extract(year from m.birthday), m.birthday) between :first_day and :last_day
