-- DuckDB, import: a table whose primary key is the order id, loaded from the file.
set threads = 2;
set preserve_insertion_order = false;
create table orders (
  order_id varchar primary key,
  merchant_id varchar not null,
  promoter_id varchar,
  leader_id varchar,
  sku_id varchar,
  session_id varchar,
  buyer_id varchar,
  channel varchar,
  quantity integer,
  amount decimal(18, 2) not null,
  refund_amount decimal(18, 2),
  commission decimal(18, 2),
  status varchar not null,
  paid_at timestamp not null,
  shipped_at timestamp,
  completed_at timestamp,
  refunded_at timestamp,
  rating integer
);
copy orders from '@orders@' (header, delimiter ',');
checkpoint;
