-- DuckDB without a database: the newest state of each order from both files, by anti-join, then the measures.
set threads = 2;
set preserve_insertion_order = false;
create temp table night as
from read_csv('@night@', header = true, types = {
  'order_id': 'varchar', 'merchant_id': 'varchar', 'promoter_id': 'varchar', 'sku_id': 'varchar',
  'session_id': 'varchar', 'leader_id': 'varchar', 'buyer_id': 'varchar', 'amount': 'decimal(18, 2)',
  'refund_amount': 'decimal(18, 2)', 'commission': 'decimal(18, 2)', 'paid_at': 'timestamp'});
create temp table orders as
select order_id, merchant_id, promoter_id, sku_id, session_id, buyer_id, quantity, amount, refund_amount, commission,
  status, paid_at, refunded_at
from read_csv('@orders@', header = true, types = {
  'order_id': 'varchar', 'merchant_id': 'varchar', 'promoter_id': 'varchar', 'sku_id': 'varchar',
  'session_id': 'varchar', 'leader_id': 'varchar', 'buyer_id': 'varchar', 'amount': 'decimal(18, 2)',
  'refund_amount': 'decimal(18, 2)', 'commission': 'decimal(18, 2)', 'paid_at': 'timestamp'}) as old
where not exists (select 1 from night where night.order_id = old.order_id)
union all
select order_id, merchant_id, promoter_id, sku_id, session_id, buyer_id, quantity, amount, refund_amount, commission,
  status, paid_at, refunded_at
from night;
