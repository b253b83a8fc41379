-- Grants that expire and grants that are clawed back (RULES 21): an entry may say the day what it grants expires, and may
-- take back all that stands under a key. `query` shows the day beside the entry and the decision.

alter table base.ledger_entry add column expires_on date;

alter table base.ledger_entry drop constraint ck_ledger_entry_kind;

alter table base.ledger_entry
  add constraint ck_ledger_entry_kind check (kind in ('grant', 'clawback', 'fee', 'reversal'));

-- [jooq ignore start]
create or replace view public.ledger as
select
  e.entry as entry,
  e.run as run,
  e.kind as kind,
  e.programme as programme,
  e.benefit as benefit,
  e.benefit_kind as benefit_kind,
  e.entry_key as entry_key,
  e.entity_kind as entity_kind,
  e.entity_id as entity_id,
  e.role as role,
  e.beneficiary as beneficiary,
  e.period as period,
  e.booked_month as booked_month,
  e.debit_account as debit_account,
  e.credit_account as credit_account,
  cast(cast(e.fen as decimal(20, 2)) / 100 as decimal(18, 2)) as amount,
  cast(cast(e.due_fen as decimal(20, 2)) / 100 as decimal(18, 2)) as due,
  cast(cast(e.base_fen_before as decimal(20, 2)) / 100 as decimal(18, 2)) as base_before,
  cast(cast(e.base_fen_after as decimal(20, 2)) / 100 as decimal(18, 2)) as base_after,
  e.names_entry as names_entry,
  e.assignee as assignee,
  e.hash as hash,
  e.expires_on as expires_on
from base.ledger_entry as e;

drop table public.decisions;

-- grain: one row that score, tier, badge, subsidy or fee prints of a run; key: run, kind, entity_id, role, benefit, period,
-- status: a grant that is clawed back stands beside what the run says of its key
-- It holds nothing: the engine unpacks base.run_chunk. A condition on run limits what is read.
create table public.decisions (
  run bigint not null,
  run_status varchar(16) not null,
  programme varchar(64) not null,
  period varchar(32) not null,
  kind varchar(16) not null,
  segment varchar(4000),
  partition varchar(4000),
  entity_id varchar(64) not null,
  role varchar(64),
  name varchar(4000),
  status varchar(16),
  score decimal(38, 2),
  rank bigint,
  tier_before varchar(200),
  tier_after varchar(200),
  tier_calculated varchar(200),
  action varchar(16),
  "VALUE" decimal(38, 10),
  badge varchar(200),
  benefit varchar(64),
  amount decimal(18, 2),
  base_before decimal(18, 2),
  base_after decimal(18, 2),
  standard_amount decimal(18, 2),
  saved decimal(18, 2),
  reasons varchar,
  expires_on date
) engine "dev.partnerops.ledger.DecisionsTableEngine";
-- [jooq ignore stop]
