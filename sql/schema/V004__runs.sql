-- Runs, their rows, what became of them, and the ledger. Everything here is appended, nothing is updated
-- (SPEC section 5, RULES 2, 3, 22, 23).

-- grain: one policy text that a run used; key: digest (SHA-256 of the text); written by: evaluation
create table base.policy (
  digest varchar(64) not null,
  programme varchar(64) not null,
  edition integer not null,
  content clob not null,
  constraint pk_policy primary key (digest)
);

-- grain: one evaluation of one programme for one period; key: run, counts up from 1; written by: evaluation
-- identity: SHA-256 of policies, period, as-of day, batch, standing before and ledger: the same is the same run
-- before_run: the approved run whose standings it began with, null where it is the first
-- result_digest: SHA-256 of its packed rows
create table base.run (
  run bigint not null,
  programme varchar(64) not null,
  edition varchar(64) not null,
  period varchar(32) not null,
  first_day date not null,
  last_day date not null,
  as_of date not null,
  batch bigint not null,
  entities integer not null,
  before_run bigint,
  identity varchar(64) not null,
  result_digest varchar(64) not null,
  code_version varchar(32) not null,
  created_at timestamp(3) with time zone not null,
  constraint pk_run primary key (run)
);

create index base.run_programme on base.run (programme, first_day);

-- grain: one policy that a run used
create table base.run_policy (
  run bigint not null,
  digest varchar(64) not null,
  constraint pk_run_policy primary key (run, digest)
);

-- grain: one thing that became of a run; the last one is its status; written by: evaluation, approve, reject
create table base.run_event (
  event bigint generated always as identity,
  run bigint not null,
  status varchar(16) not null,
  person varchar(200),
  happened_at timestamp(3) with time zone not null,
  constraint pk_run_event primary key (event),
  constraint ck_run_event_status check (status in ('proposed', 'approved', 'rejected', 'superseded'))
);

create index base.run_event_run on base.run_event (run, event);

-- grain: some 16,000 rows of one part of a run, packed; checksum: CRC-32C of content (RULES 23)
create table base.run_chunk (
  run bigint not null,
  part varchar(16) not null,
  chunk integer not null,
  row_count integer not null,
  content blob not null,
  checksum bigint not null,
  constraint pk_run_chunk primary key (run, part, chunk)
);

-- grain: one entry of the ledger; key: entry, counts up from 1; written by: approve and reject, never updated
-- entry_key: programme, benefit and what once_per lists; for fees programme, entity, period (SPEC section 5)
-- fen: booked from debit_account to credit_account; a reversal is negative and names the entry it takes back
-- due_fen: the whole claim under the key before limits cut it
-- base_fen_before, base_fen_after: cumulative base of a fee statement
-- holders: whom limits count it for, as per=holder lines
-- assignee: who does a service, empty without
-- booked_month: the calendar month it is booked in, that of the period's last day
-- hash: SHA-256 of the previous entry's hash and of this entry's content without clock times
create table base.ledger_entry (
  entry bigint not null,
  run bigint not null,
  kind varchar(16) not null,
  programme varchar(64) not null,
  benefit varchar(64) not null,
  benefit_kind varchar(16) not null,
  entry_key varchar(1000) not null,
  entity_kind varchar(16) not null,
  entity_id varchar(64) not null,
  role varchar(32) not null,
  beneficiary varchar(200) not null,
  period varchar(32) not null,
  last_day date not null,
  booked_month varchar(7) not null,
  debit_account varchar(200) not null,
  credit_account varchar(200) not null,
  fen bigint not null,
  due_fen bigint not null,
  base_fen_before bigint,
  base_fen_after bigint,
  names_entry bigint,
  holders varchar(4000) not null,
  assignee varchar(64) not null,
  booked_at timestamp(3) with time zone not null,
  hash varchar(64) not null,
  constraint pk_ledger_entry primary key (entry),
  constraint ck_ledger_entry_kind check (kind in ('grant', 'fee', 'reversal'))
);

create index base.ledger_entry_key on base.ledger_entry (programme, entry_key);

-- [jooq ignore start]
create view public.runs as
select
  r.run as run,
  r.programme as programme,
  r.edition as edition,
  r.period as period,
  r.as_of as as_of,
  r.batch as batch,
  (
    select e.status
    from base.run_event as e
    where e.run = r.run
    order by e.event desc
    fetch first row only
  ) as status,
  r.entities as entities
from base.run as r;

create view public.ledger as
select
  e.entry as entry,
  e.run as run,
  e.kind as kind,
  e.programme as programme,
  e.benefit as benefit,
  e.benefit_kind as benefit_kind,
  e.entity_kind as entity_kind,
  e.entity_id as entity_id,
  e.role as role,
  e.beneficiary as beneficiary,
  e.period as period,
  e.booked_month as booked_month,
  e.debit_account as debit_account,
  e.credit_account as credit_account,
  cast(cast(e.fen as decimal(20, 2)) / 100 as decimal(18, 2)) as amount,
  e.names_entry as names_entry,
  e.hash as hash
from base.ledger_entry as e;
-- [jooq ignore stop]
