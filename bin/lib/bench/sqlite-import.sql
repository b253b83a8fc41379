-- sqlite3, import: no journal, no waiting for the disk, the index afterwards.
pragma journal_mode = off;
pragma synchronous = off;
pragma cache_size = -262144;
create table orders (
  order_id text primary key,
  merchant_id text not null,
  promoter_id text,
  leader_id text,
  sku_id text,
  session_id text,
  buyer_id text,
  channel text,
  quantity integer,
  amount numeric not null,
  refund_amount numeric,
  commission numeric,
  status text not null,
  paid_at text not null,
  shipped_at text,
  completed_at text,
  refunded_at text,
  rating integer
) without rowid;
.mode csv
.import --skip 1 '@orders@' orders
create index orders_by_merchant on orders (merchant_id, paid_at);
