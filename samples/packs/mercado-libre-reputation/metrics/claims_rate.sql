-- Of a merchant's sales, whatever became of them, the share with a claim that counts. `.real` is the number with any claim,
-- those that the marketplace took out too. A sale counts once, however many claims it has.
-- entity: merchant
-- unit: rate
-- clock: orders.paid_at
-- title: {en: Claims, zh: 投诉率}
-- with: {}
-- grain: one row a merchant with at least one sale; no row is missing (0/0)
-- null: an empty excluded counts; a claim that opened after the as-of day is not known yet
-- source: Mercado Libre reputation, claims
select
  o.merchant_id as entity_id,
  count(
    case
      when c.counted > 0 then 1
    end
  ) as numerator,
  count(*) as denominator,
  count(c.order_id) as real
from orders as o
left join (
  select
    x.order_id as order_id,
    count(
      case
        when not coalesce(x.excluded, false) then 1
      end
    ) as counted
  from claims as x
  where x.opened_on <= :as_of
  group by x.order_id
) as c
  on c.order_id = o.order_id
where o.paid_at >= :from
  and o.paid_at < :to
group by o.merchant_id
