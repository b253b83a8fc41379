create table batch (
  batch_id bigint generated always as identity,
  file_name varchar(1000) not null,
  row_count bigint not null,
  imported_at timestamp with time zone not null,
  constraint batch_pk primary key (batch_id)
);
