-- What the files datasets/*.yaml of a workspace add to the schema (SPEC section 2, "Own data sets and columns"). The tables
-- and views themselves are made from those files, on a copy of the store that takes its place when it is whole.

-- grain: one column of a workspace, of a data set of its own or of a shipped one; written by: the first command that meets it
-- type: the word of the file; sql_type: what the store keeps, which no later file may change
create table base.added_column (
  dataset varchar(64) not null,
  column_name varchar(64) not null,
  type varchar(16) not null,
  sql_type varchar(64) not null,
  is_key boolean not null,
  constraint pk_added_column primary key (dataset, column_name)
);
