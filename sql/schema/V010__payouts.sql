-- Payout files: which entries were handed to who pays them, and that the file of each has its name (RULES 2, 21). Appended,
-- never updated.

-- grain: one payout file; key: payout, counts up from 1 over the store; written by: ledger export
-- kind: benefit_kind of its entries, or fee
-- An entry is in it when programme and kind fit, after_entry < entry <= last_entry and it is neither a reversal nor
-- reversed; after_entry is the last_entry of the file before of that programme and kind, 0 where there is none.
-- fen: the sum of its entries; digest: SHA-256 of the csv; manifest_digest: SHA-256 of the manifest beside it, which
-- holds that of the file before: so the files form a chain
create table base.payout (
  payout bigint not null,
  programme varchar(64) not null,
  kind varchar(16) not null,
  after_entry bigint not null,
  first_entry bigint not null,
  last_entry bigint not null,
  entries bigint not null,
  beneficiaries bigint not null,
  fen bigint not null,
  digest varchar(64) not null,
  manifest_digest varchar(64) not null,
  person varchar(200),
  made_at timestamp(3) with time zone not null,
  constraint pk_payout primary key (payout),
  constraint uq_payout_after unique (programme, kind, after_entry)
);

-- grain: one payout file that has its name; without this row its making was cut short, and the next export ends it
create table base.payout_placed (
  payout bigint not null,
  placed_at timestamp(3) with time zone not null,
  constraint pk_payout_placed primary key (payout)
);

-- how many entries an approval or rejection booked; null where a version booked that did not note it
alter table base.run_event add column entries bigint;

-- [jooq ignore start]
create view public.payouts as
select
  p.payout as payout,
  p.programme as programme,
  p.kind as kind,
  p.after_entry as after_entry,
  p.first_entry as first_entry,
  p.last_entry as last_entry,
  p.entries as entries,
  p.beneficiaries as beneficiaries,
  cast(cast(p.fen as decimal(20, 2)) / 100 as decimal(18, 2)) as amount,
  p.digest as digest,
  p.manifest_digest as manifest_digest,
  p.person as exported_by,
  exists (
    select 1
    from base.payout_placed as d
    where d.payout = p.payout
  ) as placed
from base.payout as p;
-- [jooq ignore stop]
