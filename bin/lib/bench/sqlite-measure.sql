-- sqlite3, the measures of one window per merchant; money is summed in fen.
pragma cache_size = -262144;
pragma temp_store = memory;
.mode csv
.headers on
.once '@out@'
select
  merchant_id,
  count(*) as orders,
  sum(case when quantity = '' then 1 else quantity end) as quantity,
  printf('%d.%02d', sum(commission_fen) / 100, sum(commission_fen) % 100) as commission,
  printf('%d.%02d', sum(fen) / 100, sum(fen) % 100) as gmv,
  printf('%d.%02d', sum(refund_fen) / 100, sum(refund_fen) % 100) as refund_amount,
  printf('%d.%02d', (sum(fen) - sum(refund_fen)) / 100, (sum(fen) - sum(refund_fen)) % 100) as net_sales,
  count(distinct substr(paid_at, 1, 10)) as active_days,
  count(distinct nullif(buyer_id, '')) as buyers,
  count(distinct nullif(promoter_id, '')) as promoters,
  count(distinct nullif(sku_id, '')) as skus,
  count(distinct nullif(session_id, '')) as sessions
from (
  select *,
    cast(round(amount * 100) as integer) as fen,
    case when commission = '' then 0 else cast(round(commission * 100) as integer) end as commission_fen,
    cast(round(case
      when (case when refunded_at = '' then paid_at else refunded_at end) >= '@to@' then 0
      when status = 'cancelled' then amount
      when refund_amount <> '' then refund_amount
      when status = 'refunded' then amount
      else 0
    end * 100) as integer) as refund_fen
  from orders
  where paid_at >= '@from@' and paid_at < '@to@')
group by merchant_id
order by merchant_id;
