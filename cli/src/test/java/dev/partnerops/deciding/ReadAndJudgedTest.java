package dev.partnerops.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.paying.Booked;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.paying.PayInput;
import dev.partnerops.paying.Paymaster;
import dev.partnerops.paying.Payments;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.ProgrammeReader;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Policy text judged: reasons hold the paths of the text. */
class ReadAndJudgedTest {

  private static final String TEXT =
      """
      programme: star-leaders
      title: {en: Star leaders, zh: 明星团长}
      effective: {from: 2020-10-01, to: null}
      entity: leader
      evaluate: {every: month, on_day: 1}
      when_missing: unmet
      conditions: {clean: {metric: severe_violations, window: last 90 days, at_most: 0}}
      segment_by: kind
      segments: {unit: {minimum: {metric: orders, at_least: 30}}}
      minimum: {metric: orders, at_least: 10}
      scorecard:
        range: [0, 100]
        kpis:
          - {kpi: sales, metric: net_sales, weight: 60, curve: [[0, 0], [50000, 60], [200000, 100]], floor: {more_than: 0}}
          - {kpi: good, metric: gmv, weight: 40, steps: [{at_least: 80, percent: 100}, {more_than: 50, percent: 60}], require: {met: clean}}
        entries:
          - {entry: violations, metric: violation_points, window: last 180 days, points: -1}
      ladder:
        tiers: [{tier: standard}, {tier: star, enter: 60, keep: 55}, {tier: top, enter: 80, require: {met: clean}}]
        down: {after: 2, step: 1}
        exit: {any: [{held: {missed: keep}, evaluations: 3}, {metric: severe_violations, window: last 90 days, at_least: 2}]}
      ranking:
        by: {metric: score}
        quotas: [{badge: gold, top: 1}]
      grants:
        - {benefit: star-bonus, kind: credit, eligible: [{badge: gold}, {tier: star, or_above: true}], once_per: [beneficiary, period], amount: {rate: 2%, of: {metric: net_sales}, at_most: 5000}}
      fee:
        base: {metric: net_sales, window: since joined_on}
        bands: [{up_to: 100000, rate: {by: kind, rows: {unit: 1%, individual: 2%}}}, {rate: 5%}]
        eligible: {field: status, is: active}
        standard: 5%
      """;

  private final Programme programme = ProgrammeReader.read("star.yaml", TEXT, new AnyName());
  private Cases cases = new Cases(programme);

  @BeforeEach
  void giveWhatAllCasesShare() {
    cases
        .entity("L1", "kind", "unit", "status", "active", "joined_on", "2020-01-01")
        .metrics(
            "L1",
            "orders",
            "120",
            "net_sales",
            "50000",
            "gmv",
            "75",
            "violation_points",
            "0",
            "severe_violations",
            "0");
  }

  @Test
  void scoresByTheText() {
    EntityDecision decision = cases.approveOne("2020-10");
    assertThat(decision.score()).hasToString("60");
    assertThat(decision.tierAfter()).isEqualTo("star");
    assertThat(decision.badge()).isEqualTo("gold");
    assertThat(decision.reasons()).isEqualTo("ladder.tiers[1].enter 60.00 >= 60.00");
  }

  @Test
  void namesTheClauseThatExits() {
    EntityDecision decision =
        cases
            .before("L1", Standing.in("star"))
            .metrics("L1", "severe_violations", "3")
            .approveOne("2020-10");
    assertThat(decision.action()).isEqualTo(Action.EXIT);
    assertThat(decision.reasons()).isEqualTo("ladder.exit.any[1] 3 >= 2");
  }

  @Test
  void namesTheMinimumOfTheSegment() {
    assertThat(cases.metrics("L1", "orders", "29").approveOne("2020-10").reasons())
        .isEqualTo("segments.unit.minimum 29 >= 30");
  }

  @Test
  void warnsWithTheThresholdAndTheCount() {
    EntityDecision decision =
        cases.before("L1", Standing.in("star")).score("L1", "54").approveOne("2020-10");
    assertThat(decision.action()).isEqualTo(Action.WARN);
    assertThat(decision.reasons())
        .isEqualTo("ladder.tiers[1].keep 54.00 >= 55.00; ladder.down 1 >= 2");
  }

  @Test
  void paysAndCharges() {
    Payments payments =
        Paymaster.pay(new PayInput(List.of(cases.judge("2020-10")), Booked.NOTHING));
    GrantDecision grant = payments.grants().getFirst();
    assertThat(grant.status().word() + " " + grant.amount()).isEqualTo("eligible 1000.00");
    assertThat(grant.reasons())
        .isEqualTo("grants[0].eligible[0] gold = gold; grants[0].eligible[1] star >= star");
    assertThat(payments.fees().getFirst().amount()).hasToString("500.00");
  }

  @Test
  void tracesEveryClauseWithItsLine() {
    List<Step> steps = cases.judge("2020-10").steps().values().iterator().next();
    assertThat(steps)
        .extracting(step -> step.clause().line() + " " + step.clause().path())
        .contains(
            "9 segments.unit.minimum",
            "14 scorecard.kpis[0]",
            "14 scorecard.kpis[0].floor.more_than",
            "15 scorecard.kpis[1]",
            "17 scorecard.entries[0]",
            "19 ladder.tiers[2].enter",
            "21 ladder.exit.any[1]");
  }
}
