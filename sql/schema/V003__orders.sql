-- Orders as column segments (RULES 5). Only the package `orders` writes and reads these tables; users read the table
-- `orders`. Each binary value ends with the CRC-32C of its key and content. A segment, a list and a chunk exist for
-- readers once the row of their batch stands in base.batch; what is left of a batch without one, the next writer removes.

-- grain: one segment, some 16,000 versions of orders sorted by order id; written by: import
-- header: rows, kind, least and greatest order id, least and greatest value of each time column
create table base.order_segment (
  segment bigint not null,
  batch bigint not null,
  header varbinary(4000) not null,
  constraint pk_order_segment primary key (segment)
);

-- grain: one column of a segment; key: segment * 64 + number of the column; written by: import
create table base.order_column (
  segment_column bigint not null,
  content varbinary(1048576) not null,
  constraint pk_order_column primary key (segment_column)
);

-- grain: the versions of one segment that a batch supersedes; written by: import
-- positions: rows of the segment, ascending, packed
create table base.order_superseded (
  batch bigint not null,
  segment bigint not null,
  positions varbinary(131072) not null,
  constraint pk_order_superseded primary key (batch, segment)
);

-- grain: some ids of one column in the order of their codes; written by: import, before the rows that use them
-- ids: first_code, first_code + 1, … in UTF-8
create table base.order_id_chunk (
  chunk bigint not null,
  batch bigint not null,
  column_number smallint not null,
  first_code integer not null,
  ids varbinary(1048576) not null,
  constraint pk_order_id_chunk primary key (chunk)
);

-- grain: one column that a workspace adds to orders; written by: import
create table base.order_own_column (
  column_number smallint not null,
  name varchar(64) not null,
  constraint pk_order_own_column primary key (column_number),
  constraint uq_order_own_column_name unique (name)
);

-- What SQL reads: newest versions, and all of them with batch and line, as of the batch in the session's variable @batch.
-- They hold nothing: the engine reads the segments (RULES 4). Money is yuan.
-- [jooq ignore start]
create table public.orders (
  order_id varchar(64) not null,
  merchant_id varchar(64),
  promoter_id varchar(64),
  leader_id varchar(64),
  sku_id varchar(64),
  session_id varchar(64),
  buyer_id varchar(64),
  channel varchar(16),
  quantity bigint,
  amount decimal(18, 2),
  refund_amount decimal(18, 2),
  commission decimal(18, 2),
  status varchar(16),
  paid_at timestamp(0) with time zone,
  shipped_at timestamp(0) with time zone,
  completed_at timestamp(0) with time zone,
  refunded_at timestamp(0) with time zone,
  rating bigint
) engine "dev.partnerops.orders.OrdersTableEngine";

create table public.history_orders (
  order_id varchar(64) not null,
  merchant_id varchar(64),
  promoter_id varchar(64),
  leader_id varchar(64),
  sku_id varchar(64),
  session_id varchar(64),
  buyer_id varchar(64),
  channel varchar(16),
  quantity bigint,
  amount decimal(18, 2),
  refund_amount decimal(18, 2),
  commission decimal(18, 2),
  status varchar(16),
  paid_at timestamp(0) with time zone,
  shipped_at timestamp(0) with time zone,
  completed_at timestamp(0) with time zone,
  refunded_at timestamp(0) with time zone,
  rating bigint,
  batch bigint not null,
  line bigint not null
) engine "dev.partnerops.orders.OrdersTableEngine" with "history";
-- [jooq ignore stop]
