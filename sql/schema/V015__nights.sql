-- Nights: what `nightly` did, step by step, so that a killed night goes on where it stopped and a finished one does
-- nothing. A step stands in the same transaction as the work it tells of; no clock times here.

-- grain: one night; key: night, counts up from 1; written by: nightly, with the night's first step
-- continues: the night before, of another as-of day, that was cut short and whose steps are this one's too; null: none
create table base.night (
  night bigint not null,
  as_of date not null,
  continues bigint,
  constraint pk_night primary key (night)
);

-- grain: one step of a night; key: night, step, counts up from 1 in each night; written by: nightly
-- kind: file: subject is the file's name; run: subject is the programme; night: the last step, subject is the as-of day
-- status: of a file imported, already_imported, failed, unknown; of a run proposed, approved, waiting, incomplete,
--   failed; of a night done, partial, failed
-- rows_*, fen: of a file, what its batch says; of one that failed, rows read and rejected
-- entries: ledger entries that an approval booked
-- placed: where the file went, in the inbox; rejects: whether a file of its rejects lies beside it there
-- reason: why a step is not what one would wish, in the language of that night
create table base.night_step (
  night bigint not null,
  step integer not null,
  kind varchar(16) not null,
  subject varchar(4000) not null,
  status varchar(32) not null,
  dataset varchar(64),
  batch bigint,
  rows_read bigint,
  rows_inserted bigint,
  rows_amended bigint,
  rows_unchanged bigint,
  rows_rejected bigint,
  fen bigint,
  placed varchar(4000),
  rejects boolean,
  period varchar(32),
  run bigint,
  entries integer,
  reason varchar(8000),
  constraint pk_night_step primary key (night, step),
  constraint ck_night_step_kind check (kind in ('file', 'run', 'night'))
);
