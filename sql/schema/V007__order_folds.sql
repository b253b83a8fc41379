-- Folding: an import writes many small segments anew as few (RULES 5). Newest versions go to some segments, superseded
-- ones to others; every version keeps its batch and the batches that superseded it. Nothing of a folding exists for
-- readers before its row stands in base.order_fold; the same transaction takes away what it replaces.

-- grain: one folding; key: fold; written by: import
-- batch: the last one published when it was made
create table base.order_fold (
  fold bigint not null,
  batch bigint not null,
  constraint pk_order_fold primary key (fold)
);

-- fold: the folding that wrote the segment, null where a batch did; batch is then the last one that may be in it, and
-- a column of the segment holds the batch of each version
alter table base.order_segment add column fold bigint;

-- history: whether it holds versions that were superseded when it was written
alter table base.order_segment add column history boolean default false not null;

-- grain: what is superseded in one segment, of many batches in one value; key: segment, fold; written by: import
-- pairs: positions ascending, and for each the batch that superseded it, packed
create table base.order_superseded_fold (
  segment bigint not null,
  fold bigint not null,
  pairs varbinary(1048576) not null,
  constraint pk_order_superseded_fold primary key (segment, fold)
);

-- grain: one segment that a folding replaced and whose columns are still to be deleted; written by: import
create table base.order_replaced (
  segment bigint not null,
  constraint pk_order_replaced primary key (segment)
);
