-- Orders and net sales per provider and role over a window, an order once for each provider and role that it reaches by
-- its merchant or its promoter on the day it was paid (RULES 14).
with
  affiliated as (
    select
      provider_id,
      role,
      subject_type,
      subject_id,
      from_on,
      coalesce(to_on, '9999-12-31') as to_on
    from affiliations
  ),
  counted as (
    select *, substr(paid_at, 1, 10) as day
    from orders
    where paid_at >= :from and paid_at < :end
  ),
  reached as (
    select order_id, provider_id, role
    from counted
    join affiliated
      on subject_id = merchant_id and subject_type = 'merchant' and day between from_on and to_on
    union
    select order_id, provider_id, role
    from counted
    join affiliated
      on subject_id = promoter_id and subject_type = 'promoter' and day between from_on and to_on
  ),
  sums as (
    select
      provider_id,
      role,
      count(*) as orders,
      sum(cast(replace(amount, '.', '') as integer) - case
        when coalesce(refunded_at, paid_at) >= :end then 0
        when status = 'cancelled' then cast(replace(amount, '.', '') as integer)
        when refund_amount is not null then cast(replace(refund_amount, '.', '') as integer)
        when status = 'refunded' then cast(replace(amount, '.', '') as integer)
        else 0
      end) as net,
      count(distinct buyer_id) as buyers
    from reached
    join orders on orders.order_id = reached.order_id
    group by provider_id, role
  )
select
  providers.provider_id,
  providers.role,
  coalesce(orders, 0),
  printf('%d.%02d', coalesce(net, 0) / 100, coalesce(net, 0) % 100),
  coalesce(buyers, 0)
from providers
left join sums on sums.provider_id = providers.provider_id and sums.role = providers.role
order by providers.provider_id, providers.role
