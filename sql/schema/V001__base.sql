-- The ground of every store: what it is, and the batches that were published.
-- Rows of data sets belong to a batch; a batch exists for readers from the moment its row stands here (RULES 5).

create schema base;

-- grain: one applied migration; key: its file name; checksum: SHA-256 of the file; written by: init and the first command of a newer version
create table base.migration (
  name varchar(200) not null,
  checksum varchar(64) not null,
  constraint pk_migration primary key (name)
);

-- grain: one property of the store; key: name; written by: init and the migrations
create table base.property (
  name varchar(64) not null,
  content varchar(4000) not null,
  constraint pk_property primary key (name)
);

-- grain: one published batch; key: batch; written by: import and import --withdraw
-- fen_*: money of the rows (amount, spend or reward), null where the data set has none
-- money_unread: rejected rows whose money cannot be read (RULES 29)
-- checksum: CRC-32C of the other columns
create table base.batch (
  batch bigint not null,
  dataset varchar(64) not null,
  file varchar(4000) not null,
  digest varchar(64) not null,
  action varchar(16) not null,
  withdraws bigint,
  rows_read bigint not null,
  rows_inserted bigint not null,
  rows_amended bigint not null,
  rows_unchanged bigint not null,
  rows_rejected bigint not null,
  fen_inserted bigint,
  fen_amended bigint,
  fen_unchanged bigint,
  fen_rejected bigint,
  money_unread bigint not null,
  min_day date,
  max_day date,
  published_at timestamp(3) with time zone not null,
  checksum bigint not null,
  constraint pk_batch primary key (batch),
  constraint ck_batch_action check (action in ('import', 'withdraw'))
);

-- grain: batch found rows of an earlier batch as their stored version; what withdraw asks (a batch that others build on stays)
create table base.batch_builds_on (
  batch bigint not null,
  on_batch bigint not null,
  constraint pk_batch_builds_on primary key (batch, on_batch)
);

-- [jooq ignore start]
-- Who asks with SQL: may SELECT what lies in schema public and nothing else (RULES 4).
create user if not exists reader password '';

grant select on schema public to reader;
-- [jooq ignore stop]
