-- Months that are closed: nothing is approved, taken back or booked in them any more (SPEC section 5; RULES 17).

-- grain: one closed calendar month; key: booked_month (2020-10); written by: close, never updated
-- runs: approved runs whose period ended in it; entries: ledger entries booked in it
-- last_entry: the last entry of the whole ledger when it was closed, 0 for none; ledger_hash: that entry's hash
-- checksum: CRC-32C of everything but closed_at
create table base.closed_month (
  booked_month varchar(7) not null,
  runs integer not null,
  entries bigint not null,
  last_entry bigint not null,
  ledger_hash varchar(64) not null,
  person varchar(200),
  closed_at timestamp(3) with time zone not null,
  checksum bigint not null,
  constraint pk_closed_month primary key (booked_month)
);
