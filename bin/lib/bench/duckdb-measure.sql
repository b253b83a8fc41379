-- DuckDB, the measures of one window per merchant; what a refund is stands in SPEC section 3 and RULES 15.
set threads = 2;
copy (
  select
    merchant_id,
    count(*) as orders,
    sum(coalesce(quantity, 1)) as quantity,
    sum(coalesce(commission, 0)) as commission,
    sum(amount) as gmv,
    sum(refund) as refund_amount,
    sum(amount) - sum(refund) as net_sales,
    count(distinct cast(paid_at as date)) as active_days,
    count(distinct buyer_id) as buyers,
    count(distinct promoter_id) as promoters,
    count(distinct sku_id) as skus,
    count(distinct session_id) as sessions
  from (
    select *,
      case
        when coalesce(refunded_at, paid_at) >= timestamp '@to@' then 0
        when status = 'cancelled' then amount
        when refund_amount is not null then refund_amount
        when status = 'refunded' then amount
        else 0
      end as refund
    from orders
    where paid_at >= timestamp '@from@' and paid_at < timestamp '@to@')
  group by merchant_id
  order by merchant_id
) to '@out@' (header, delimiter ',');
