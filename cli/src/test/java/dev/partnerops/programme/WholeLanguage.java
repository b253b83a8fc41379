package dev.partnerops.programme;

/** One programme that uses everything of the language that is built. */
final class WholeLanguage {

  static final String TEXT =
      """
      programme: star-leaders
      title: {en: Star leaders, zh: 明星团长}
      edition: 2
      effective: {from: 2020-10-01, to: null, by: evaluation}
      cohort: {field: joined_on, from: 2020-09-01, to: null}
      entity: leader
      zone: UTC
      currency: USD
      evaluate: {every: month, on_day: 3}
      where: [{field: status, in: [active, closed]}, {age: joined_on, at_least: 30}]
      when_missing: unmet
      adjust: 2 periods
      params: {floor: 60, recent: last 90 days, table: {by: category, rows: {food: 2%}, else: 1%}}
      windows: {season: {from: period start - 30 days, to: period end}, early: {window: $recent, back: 14 days, not_before: 2020-01-01}, busy: {when: {metric: orders3, at_least: 400}, then: last 3 months, else: {window: season, back: 1 years}}}
      metrics:
        orders3: {metric: orders, window: last 3 months, title: {en: Orders}}
        sales: {metric: net_sales, except: {channel: other}, with: {clock: completed, lag: 14 days}}
        refunds: {metric: refund_rate, window: early}
        days: {field: joined_on}
        partner: {metric: score, of: other-programme}
        paid: {metric: granted.bonus, of: other-programme}
        busy_sales: {metric: net_sales, window: busy}
        growth: {expr: "COALESCE(sales / busy_sales - 1, 0)", title: {en: Growth}}
        good_share: {figure: rate, take: sum, window: busy}
        visits: {figure: count}
      conditions:
        clean: {metric: severe_violations, window: season, at_most: 0, says: {en: clean, zh: 清白}}
      segment_by: category
      segments:
        unit:
          minimum: {metric: orders3, at_least: 30}
          scorecard: {tracks: {large: [{metric: sales, weight: 100, curve: [[0, 0], [1, 100]]}], small: [{metric: refunds, weight: 100, curve: [[0, 0], [1, 100]], missing: fail}]}}
          limits: [{per: programme, each: month, at_most: 5000}]
      minimum: {metric: orders3, at_least: 10}
      scorecard:
        range: [0, 100]
        start: 5
        kpis:
          - {kpi: sales, metric: sales, weight: 60, curve: [[0, 0], [50000, 60], [200000, 100]], floor: {more_than: 0}}
          - {metric: refunds, weight: 40, steps: [{at_most: 5%, percent: 100}, {less_than: 10%, percent: 60}], missing: reweight, require: {met: clean}}
        entries:
          - {entry: violations, metric: violation_points, window: last 180 days, points: -1}
          - {entry: volume, metric: orders, per: 200, points: 4, limit: 40}
          - {entry: unclean, when: {not: {met: clean}}, points: -5, remember: last 365 days}
      ladder:
        tiers: [{tier: standard}, {tier: star, enter: $floor, keep: 55, title: {en: Star}}, {tier: top, enter: 80, require: {met: clean}}]
        require: {metric: sales, at_least: {by: tier, rows: {star: 10000, top: 50000}, else: none}}
        up: {after: 2, step: any}
        down: {after: never, step: 1}
        not_rated: drop
        protect: {for: 120 days, when: {age: joined_on, at_most: 90}, clock: pauses, until: {metric: sales, less_than: 0}, show: star}
        admit: {met: clean}
        exit: {any: [{held: {missed: keep}, evaluations: 3}, {field: status, is: closed}]}
        readmit_after: 30 days
      ranking:
        by: {metric: score}
        then: [{metric: sales}, {metric: refunds, order: lowest}]
        eligible: {tier: star, or_above: true}
        partition_by: category
        quotas: [{badge: gold, top: 3%, of: all, round: up, at_least: 1, require: {met: clean}}, {badge: silver, next: 50}]
        ties: inclusive
      grants:
        - benefit: star-bonus
          kind: credit
          eligible: {badge: [gold, silver]}
          pay_to: licence_no
          once_per: [beneficiary, period]
          amount: {rate: $table, of: {metric: sales}, at_least: 1, at_most: 5000}
          limits: [{per: beneficiary, each: month, at_most: 3000}]
          expires: {after: 90 days, from: joined_on}
          claw_back: {when: {any: [{field: status, is: closed}, {badge: silver}]}, within: 90 days, limit: unlimited}
        - benefit: bonus
          kind: cash
          eligible: {count: [{tier: star, of: other-programme, window: last 4 months, seen: every}, {metric: granted.star-bonus, at_most: 0}, {field: joined_on, from: period start, to: joined_on + 6 months}], at_least: 2}
          amount: {bands: [{up_to: 50000, rate: 1%}, {rate: 2%}], of: {metric: sales}, cumulative: true}
        - {benefit: place, kind: cash, amount: {by: rank, rows: {1: 5000, 2-3: {when: {met: clean}, then: 2000, else: 1000}}, else: none}}
        - {benefit: contact, kind: service, once_per: licence, assign: [Wang, Li]}
      limits: [{per: programme, each: year, at_most: 1000000, when_short: by_arrival, arrival: joined_on}]
      fee:
        base: {metric: net_sales, window: since joined_on}
        bands: [{up_to: 100000, rate: 1%}, {rate: 5%}]
        eligible: {field: status, is_not: closed}
        standard: 5%
      """;

  private WholeLanguage() {}
}
