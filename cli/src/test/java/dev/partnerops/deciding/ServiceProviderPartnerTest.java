package dev.partnerops.deciding;

import static dev.partnerops.deciding.Policies.all;
import static dev.partnerops.deciding.Policies.any;
import static dev.partnerops.deciding.Policies.card;
import static dev.partnerops.deciding.Policies.entry;
import static dev.partnerops.deciding.Policies.field;
import static dev.partnerops.deciding.Policies.held;
import static dev.partnerops.deciding.Policies.kpi;
import static dev.partnerops.deciding.Policies.ladder;
import static dev.partnerops.deciding.Policies.met;
import static dev.partnerops.deciding.Policies.metric;
import static dev.partnerops.deciding.Policies.missed;
import static dev.partnerops.deciding.Policies.tier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.EntityKind;
import dev.partnerops.programme.Condition.Operator;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Ladder;
import dev.partnerops.programme.Length;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Scorecard;
import dev.partnerops.programme.Scorecard.Missing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample programme of service provider partners, its training segment. */
class ServiceProviderPartnerTest {

  private Cases cases = new Cases(partners());

  private static Programme partners() {
    Scorecard training =
        card(
            List.of(
                kpi("recruited", "40", "0", "0", "10", "60", "40", "100").build(),
                kpi("courses_published", "20", "0", "0", "4", "100").build(),
                kpi("completion", "20", "20%", "0", "70%", "100").missing(Missing.REWEIGHT).build(),
                kpi("course_stars", "20", "3", "0", "4.8", "100")
                    .missing(Missing.REWEIGHT)
                    .build()),
            List.of(entry("violations", "violations", "-1", "30")));
    Ladder ladder =
        ladder(
                tier("listed", null),
                tier("bronze 60 55", null),
                tier("silver 75 70", null),
                tier("gold 90 85", met("clean")))
            .up("1", true)
            .down("2", true)
            .protect("3", Length.Unit.PERIODS, null, false, null, null)
            .admit(
                all(
                    met("clean"),
                    field("ladder.admit[1]", "applied_on", Operator.MISSING, "false"),
                    metric("ladder.admit[2]", "violations", Operator.AT_MOST, "12")))
            .exit(
                any(
                    held("ladder.exit.any[0]", 3, missed("ladder.exit.any[0].held")),
                    metric("ladder.exit.any[1]", "severe_violations", Operator.AT_LEAST, "2")))
            .readmitAfter("90")
            .build();
    Instruments top = new Instruments(null, null, ladder, null, List.of(), List.of(), null);
    Instruments segment =
        new Instruments(
            metric("segments.training.minimum", "courses_published", Operator.AT_LEAST, "1"),
            training,
            ladder,
            null,
            List.of(),
            List.of(),
            null);
    return Policies.programme(
        EntityKind.PROVIDER,
        Map.of("clean", metric("conditions.clean", "severe", Operator.AT_MOST, "0")),
        "role",
        top,
        Map.of("training", segment),
        List.of());
  }

  @BeforeEach
  void giveWhatAllCasesShare() {
    cases
        .entity("P", "role", "training", "status", "active", "applied_on", "2020-09-01")
        .metrics(
            "P",
            "recruited",
            "10",
            "courses_published",
            "4",
            "completion",
            "70%",
            "course_stars",
            "4.8",
            "violations",
            "0",
            "severe",
            "0",
            "severe_violations",
            "0");
  }

  @Test
  void scores24And20And20And20() {
    EntityDecision decision = cases.approveOne("2020-10");
    assertThat(decision.score()).hasToString("84");
    assertThat(decision.points())
        .extracting(each -> each.name() + " " + each.points())
        .containsExactly(
            "recruited 24",
            "courses_published 20",
            "completion 20",
            "course_stars 20",
            "violations 0");
    assertThat(decision.action()).isEqualTo(Action.ADMIT);
    assertThat(decision.tierAfter()).isEqualTo("listed");
  }

  @Test
  void reweightsWhereNobodyRatedACourse() {
    assertThat(cases.metrics("P", "course_stars", "missing").approveOne("2020-10").score())
        .hasToString("80");
  }

  @Test
  void isNotRatedWithoutACourse() {
    EntityDecision decision = cases.metrics("P", "courses_published", "0").approveOne("2020-10");
    assertThat(decision.status()).isEqualTo(Status.NOT_RATED);
    assertThat(decision.reasons()).isEqualTo("segments.training.minimum 0 >= 1");
  }

  @Test
  void risesOneStepOnly() {
    EntityDecision decision = cases.before("P", Standing.in("listed")).approveOne("2020-10");
    assertThat(decision.action()).isEqualTo(Action.UPGRADE);
    assertThat(decision.tierAfter()).isEqualTo("bronze");
    assertThat(decision.reasons()).isEqualTo("ladder.tiers.bronze.enter 84.00 >= 60.00");
  }

  @Test
  void warnsThenDowngrades() {
    cases.before("P", Standing.in("silver")).score("P", "69.99");
    EntityDecision first = cases.approveOne("2020-10");
    assertThat(first.action()).isEqualTo(Action.WARN);
    assertThat(first.reasons())
        .isEqualTo("ladder.tiers.silver.keep 69.99 >= 70.00; ladder.down 1 >= 2");
    EntityDecision second = cases.approveOne("2020-11");
    assertThat(second.action()).isEqualTo(Action.DOWNGRADE);
    assertThat(second.tierAfter()).isEqualTo("bronze");
  }

  @Test
  void exitsWhenTwiceSevereInTheMonth() {
    EntityDecision decision =
        cases
            .before("P", Standing.in("gold"))
            .metrics("P", "severe_violations", "2")
            .approveOne("2020-10");
    assertThat(decision.action()).isEqualTo(Action.EXIT);
    assertThat(decision.reasons()).isEqualTo("ladder.exit.any[1] 2 >= 2");
  }

  @Test
  void exitsAtTheThirdMissRunningThoughADowngradeCameBetween() {
    cases.before("P", Standing.in("silver")).score("P", "50");
    assertThat(cases.approveOne("2020-10").action()).isEqualTo(Action.WARN);
    assertThat(cases.approveOne("2020-11").action()).isEqualTo(Action.DOWNGRADE);
    EntityDecision third = cases.approveOne("2020-12");
    assertThat(third.action()).isEqualTo(Action.EXIT);
    assertThat(third.reasons()).isEqualTo("ladder.exit.any[0] 3 >= 3");
    assertThat(cases.score("P", "95").approveOne("2021-01").action()).isEqualTo(Action.HOLD);
    assertThat(cases.approveOne("2021-02").action()).isEqualTo(Action.HOLD);
    EntityDecision again = cases.approveOne("2021-03");
    assertThat(again.action()).as("90 days after 31 December").isEqualTo(Action.ADMIT);
    assertThat(again.tierAfter()).isEqualTo("listed");
  }
}
