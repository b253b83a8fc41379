-- Every order measure per merchant over a window of days (SPEC section 3, RULES 12, 15, 38), reckoned by sqlite in
-- whole fen. Times are texts, days end at :end (exclusive), rates print with six decimals, half-up.
with
  counted as (
    select
      merchant_id,
      paid_at,
      status,
      promoter_id,
      buyer_id,
      sku_id,
      session_id,
      coalesce(cast(quantity as integer), 1) as quantity,
      cast(replace(amount, '.', '') as integer) as fen,
      coalesce(cast(replace(commission, '.', '') as integer), 0) as commission_fen,
      case
        when coalesce(refunded_at, paid_at) >= :end then 0
        when status = 'cancelled' then cast(replace(amount, '.', '') as integer)
        when refund_amount is not null then cast(replace(refund_amount, '.', '') as integer)
        when status = 'refunded' then cast(replace(amount, '.', '') as integer)
        else 0
      end as refund_fen,
      status <> 'cancelled' and datetime(paid_at, '+48 hours') < :end as due,
      shipped_at is not null and shipped_at < :end and shipped_at <= datetime(paid_at, '+48 hours') as on_time,
      cast(rating as integer) as stars
    from orders
    where paid_at >= :from and paid_at < :end
  ),
  sums as (
    select
      merchant_id,
      count(*) as orders,
      sum(quantity) as quantity,
      sum(commission_fen) as commission,
      sum(fen) as gmv,
      sum(refund_fen) as refunds,
      sum(status = 'cancelled') as cancelled,
      sum(status = 'completed') as completed,
      count(distinct substr(paid_at, 1, 10)) as active_days,
      count(distinct buyer_id) as buyers,
      count(distinct promoter_id) as promoters,
      count(distinct sku_id) as skus,
      count(distinct session_id) as sessions,
      sum(due) as due,
      sum(due and on_time) as on_time,
      sum(stars) as stars,
      count(stars) as rated
    from counted
    group by merchant_id
  ),
  firsts as (
    select merchant_id, min(substr(paid_at, 1, 10)) as first_day
    from orders
    where paid_at < :end
    group by merchant_id
  )
select
  merchants.merchant_id,
  coalesce(orders, 0),
  coalesce(quantity, 0),
  printf('%d.%02d', coalesce(commission, 0) / 100, coalesce(commission, 0) % 100),
  printf('%d.%02d', coalesce(gmv, 0) / 100, coalesce(gmv, 0) % 100),
  printf('%d.%02d', coalesce(refunds, 0) / 100, coalesce(refunds, 0) % 100),
  printf('%d.%02d', coalesce(gmv - refunds, 0) / 100, coalesce(gmv - refunds, 0) % 100),
  case when gmv > 0 then printf('%.6f', (2 * refunds * 1000000 + gmv) / (2 * gmv) / 1e6) end,
  case when orders > 0 then printf('%.6f', (2 * cancelled * 1000000 + orders) / (2 * orders) / 1e6) end,
  case when orders > 0 then printf('%.6f', (2 * completed * 1000000 + orders) / (2 * orders) / 1e6) end,
  case when orders > 0 then printf('%.2f', (2 * gmv + orders) / (2 * orders) / 1e2) end,
  coalesce(active_days, 0),
  coalesce(buyers, 0),
  coalesce(promoters, 0),
  coalesce(skus, 0),
  coalesce(sessions, 0),
  case when due > 0 then printf('%.6f', (2 * on_time * 1000000 + due) / (2 * due) / 1e6) end,
  case when rated > 0 then printf('%.6f', (2 * stars * 1000000 + rated) / (2 * rated) / 1e6) end,
  first_day,
  cast(julianday(first_day) - julianday(joined_on) as integer)
from merchants
left join sums on sums.merchant_id = merchants.merchant_id
left join firsts on firsts.merchant_id = merchants.merchant_id
where merchants.joined_on < substr(:end, 1, 10)
order by merchants.merchant_id
