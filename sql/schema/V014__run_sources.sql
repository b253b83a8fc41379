-- All that a run read, so that it can be judged again from the store alone: the files of metrics and data sets beside
-- its policies, and how far events and the ledger went (SPEC section 5: replay).

-- last_event, last_entry: the newest event and ledger entry that the run could see, 0 where there was none; null for runs
-- stored before, whose sources are not known either
alter table base.run add column last_event bigint;

alter table base.run add column last_entry bigint;

-- grain: one text that runs read; key: digest (SHA-256 of kind, name and content); written by: evaluation
-- kind: metric (metrics/*), dataset (datasets/*), programme (the newest edition of one that is read by `of:`)
-- name: the file from the workspace, or the programme's id
create table base.source (
  digest varchar(64) not null,
  kind varchar(16) not null,
  name varchar(400) not null,
  content clob not null,
  constraint pk_source primary key (digest),
  constraint ck_source_kind check (kind in ('metric', 'dataset', 'programme'))
);

-- grain: one text that a run read; written by: evaluation
create table base.run_source (
  run bigint not null,
  digest varchar(64) not null,
  constraint pk_run_source primary key (run, digest)
);
