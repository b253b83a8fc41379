package dev.partnerops.deciding;

import static dev.partnerops.deciding.Policies.card;
import static dev.partnerops.deciding.Policies.compare;
import static dev.partnerops.deciding.Policies.entry;
import static dev.partnerops.deciding.Policies.instruments;
import static dev.partnerops.deciding.Policies.kpi;
import static dev.partnerops.deciding.Policies.metric;
import static dev.partnerops.deciding.Policies.number;
import static dev.partnerops.deciding.Policies.of;
import static dev.partnerops.deciding.Policies.programme;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Fraction;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Condition.Operator;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Scorecard;
import dev.partnerops.programme.Scorecard.Missing;
import dev.partnerops.programme.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SPEC section 4, scorecard; PROGRAMMES F2, F3, F6. */
class ScorecardTest {

  private static Cases cases(Scorecard card) {
    return cases(null, card);
  }

  private static Cases cases(@Nullable Condition minimum, Scorecard card) {
    return new Cases(programme(EntityKind.PROVIDER, instruments(minimum, card, null, null)));
  }

  private static EntityDecision one(Cases cases) {
    return cases.judge("2020-10").decisions().getFirst();
  }

  /** The five metrics of PROGRAMMES 1.3, each earning what is measured, none to be nought. */
  private static Scorecard capability() {
    String[][] metrics = {
      {"adds", "15"}, {"certs", "20"}, {"advanced", "15"}, {"growth", "30"}, {"deployed", "20"}
    };
    List<Scorecard.Kpi> kpis = new ArrayList<>();
    for (String[] each : metrics) {
      kpis.add(
          kpi(each[0], each[1], "0", "0", each[1], "100").floor(Operator.MORE_THAN, "0").build());
    }
    return card(kpis, List.of());
  }

  @ParameterizedTest
  @CsvSource({"15,20,15,30,0, failed 80", "15,20,15,19,1, rated 70", "15,20,15,30,20, rated 100"})
  void failsWhereAFloorIsNotReachedWhateverTheSum(
      String adds, String certs, String advanced, String growth, String deployed, String expected) {
    EntityDecision decision =
        one(
            cases(capability())
                .metrics(
                    "P",
                    "adds",
                    adds,
                    "certs",
                    certs,
                    "advanced",
                    advanced,
                    "growth",
                    growth,
                    "deployed",
                    deployed));
    assertThat(decision.status().word() + " " + decision.score()).isEqualTo(expected);
    assertThat(decision.reasons()).isEqualTo(deployed.equals("0") ? "comparison 0.00 > 0.00" : "");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0",
    "0, 0",
    "25000, 18",
    "50000, 36",
    "125000, 48",
    "199999.99, 59.9999984",
    "200000, 60",
    "999999, 60",
  })
  void isLinearBetweenCornersAndFlatOutside(String sales, String expected) {
    Scorecard card =
        card(
            List.of(kpi("sales", "60", "0", "0", "50000", "60", "200000", "100").build()),
            List.of());
    assertThat(one(cases(card).metrics("P", "sales", sales)).score()).hasToString(expected);
  }

  @Test
  void takesTheLaterOfTwoCornersAtOneValue() {
    Scorecard card =
        card(List.of(kpi("sales", "100", "0", "0", "10", "20", "10", "80").build()), List.of());
    assertThat(one(cases(card).metrics("P", "sales", "5")).score()).hasToString("10");
    assertThat(one(cases(card).metrics("P", "sales", "10")).score()).hasToString("80");
  }

  @ParameterizedTest
  @CsvSource({"80%, 40", "4/5, 40", "79.99%, 24", "50.01%, 24", "50%, 0", "0/3, 0"})
  void takesTheFirstStepThatHolds(String share, String expected) {
    Scorecard card =
        card(
            List.of(
                kpi("share", "40")
                    .steps(
                        new Scorecard.Step(
                            compare(Operator.AT_LEAST, "80%"), of("100"), Policies.at("step")),
                        new Scorecard.Step(
                            compare(Operator.MORE_THAN, "50%"), of("60"), Policies.at("step")))
                    .build()),
            List.of());
    assertThat(one(cases(card).metrics("P", "share", share)).score()).hasToString(expected);
  }

  @Test
  void decidesOnTheExactValueNotThePrintedOne() {
    Scorecard card =
        card(
            List.of(
                kpi("stars", "100")
                    .steps(
                        new Scorecard.Step(
                            compare(Operator.AT_LEAST, "4.8"), of("100"), Policies.at("step")))
                    .build()),
            List.of());
    assertThat(one(cases(card).metrics("P", "stars", "431/90")).score()).isEqualTo(Fraction.ZERO);
    assertThat(one(cases(card).metrics("P", "stars", "432/90")).score()).hasToString("100");
  }

  @ParameterizedTest
  @CsvSource({
    "ZERO, rated 50",
    "FULL, rated 100",
    "REWEIGHT, rated 100",
    "FAIL, failed 50",
  })
  void treatsAMissingValueAsToldTo(Missing how, String expected) {
    Scorecard card =
        card(
            List.of(
                kpi("sales", "50", "0", "0", "10", "100").build(),
                kpi("stars", "50", "0", "100", "5", "100").missing(how).build()),
            List.of());
    EntityDecision decision = one(cases(card).metrics("P", "sales", "10", "stars", "0/0"));
    assertThat(decision.status().word() + " " + decision.score()).isEqualTo(expected);
  }

  @Test
  void sharesTheWeightOfTheMissingAmongTheOthersByTheirWeights() {
    Scorecard card =
        card(
            List.of(
                kpi("a", "40", "0", "0", "10", "100").build(),
                kpi("b", "20", "0", "0", "10", "100").build(),
                kpi("c", "40", "0", "0", "10", "100").missing(Missing.REWEIGHT).build()),
            List.of());
    EntityDecision decision = one(cases(card).metrics("P", "a", "5", "b", "10", "c", "missing"));
    assertThat(decision.points().get(0).possible()).isEqualTo(Fraction.of(200, 3));
    assertThat(decision.score()).isEqualTo(Fraction.of(200, 3));
  }

  @Test
  void isNotRatedWhereEveryValueIsReweightedAway() {
    Scorecard card =
        card(
            List.of(kpi("a", "100", "0", "0", "10", "100").missing(Missing.REWEIGHT).build()),
            List.of());
    EntityDecision decision = one(cases(card).metrics("P", "a", "missing"));
    assertThat(decision.status()).isEqualTo(Status.NOT_RATED);
    assertThat(decision.score()).isNull();
    assertThat(decision.rank()).isNull();
  }

  @Test
  void earnsNothingWhereItsRequirementIsUnmet() {
    Scorecard card =
        card(
            List.of(
                kpi("sales", "100", "0", "0", "10", "100")
                    .require(metric("require", "severe", Operator.AT_MOST, "0"))
                    .build()),
            List.of());
    assertThat(one(cases(card).metrics("P", "sales", "10", "severe", "1")).score())
        .isEqualTo(Fraction.ZERO);
    assertThat(one(cases(card).metrics("P", "sales", "10", "severe", "0")).score())
        .hasToString("100");
  }

  @ParameterizedTest
  @CsvSource({"0, 80", "12, 68", "30, 50", "31, 50"})
  void takesPointsOffWithinTheLimitOfTheEntry(String violations, String expected) {
    Scorecard card =
        card(
            List.of(kpi("sales", "80", "0", "0", "10", "100").build()),
            List.of(entry("violations", "violations", "-1", "30")));
    assertThat(one(cases(card).metrics("P", "sales", "10", "violations", violations)).score())
        .hasToString(expected);
  }

  @Test
  void clampsTheSumOnceAtTheEnd() {
    Scorecard card =
        card(
            "50",
            List.of(kpi("sales", "100", "0", "0", "10", "100").build()),
            List.of(entry("violations", "violations", "-10", null)));
    Cases cases = cases(card);
    assertThat(one(cases.metrics("P", "sales", "10", "violations", "3")).score())
        .as("150 - 30 is above the range")
        .hasToString("100");
    assertThat(one(cases.metrics("P", "violations", "6")).score()).hasToString("90");
    assertThat(one(cases.metrics("P", "violations", "99")).score()).hasToString("0");
  }

  @ParameterizedTest
  @CsvSource({"199, 0", "200, 4", "399, 4", "400, 8", "2000, 40", "2200, 40"})
  void countsEachWholePer(String orders, String expected) {
    Scorecard.Entry volume =
        new Scorecard.Entry(
            "volume",
            metric("orders"),
            null,
            of("200"),
            of("4"),
            of("40"),
            null,
            null,
            null,
            Policies.at("scorecard.entries.volume"));
    EntityDecision decision =
        one(cases(card(List.of(), List.of(volume))).metrics("P", "orders", orders));
    assertThat(decision.score()).hasToString(expected);
    assertThat(decision.status()).isEqualTo(Status.RATED);
  }

  @Test
  void remembersPointsOfEarlierEvaluations() {
    Scorecard.Entry unclean =
        new Scorecard.Entry(
            "unclean",
            null,
            metric("when", "severe", Operator.AT_LEAST, "1"),
            null,
            of("-5"),
            null,
            null,
            new Window.LastDays(365),
            null,
            Policies.at("scorecard.entries.unclean"));
    Cases cases = cases(card("60", List.of(), List.of(unclean))).metrics("P", "severe", "1");
    assertThat(cases.approveOne("2020-10").score()).hasToString("55");
    assertThat(cases.approveOne("2020-11").score()).hasToString("50");
    assertThat(cases.metrics("P", "severe", "0").approveOne("2020-12").score()).hasToString("50");
  }

  @ParameterizedTest
  @CsvSource({"9, not_rated", "10, rated", "11, rated"})
  void isNotRatedBelowTheMinimum(String orders, String expected) {
    Condition minimum = metric("minimum", "orders", Operator.AT_LEAST, "10");
    Scorecard card = card(List.of(kpi("sales", "100", "0", "0", "10", "100").build()), List.of());
    EntityDecision decision =
        one(cases(minimum, card).metrics("P", "orders", orders, "sales", "10"));
    assertThat(decision.status().word()).isEqualTo(expected);
    assertThat(decision.reasons()).isEqualTo(orders.equals("9") ? "minimum 9 >= 10" : "");
  }

  @Test
  void equalExactScoresShareARank() {
    Scorecard card = card(List.of(kpi("sales", "100", "0", "0", "3", "100").build()), List.of());
    Cases cases =
        cases(card)
            .metrics("A", "sales", "1")
            .metrics("B", "sales", "2")
            .metrics("C", "sales", "1")
            .metrics("D", "sales", "0.999999999");
    assertThat(cases.judge("2020-10").decisions())
        .extracting(decision -> decision.id().id() + decision.rank())
        .containsExactly("A2", "B1", "C2", "D4");
  }

  @Test
  void ranksWithinTheSegmentsOwnScorecardAndOverAllAtTheTop() {
    Scorecard top = card(List.of(kpi("sales", "100", "0", "0", "10", "100").build()), List.of());
    Scorecard own = card(List.of(kpi("sales", "100", "0", "0", "20", "100").build()), List.of());
    Instruments ofTop = instruments(null, top, null, null);
    Cases cases =
        new Cases(
                programme(
                    EntityKind.PROVIDER,
                    Map.of(),
                    "role",
                    ofTop,
                    Map.of("mcn", instruments(null, own, null, null)),
                    List.of()))
            .entity("A", "role", "training")
            .metrics("A", "sales", "1")
            .entity("B", "role", "mcn")
            .metrics("B", "sales", "2")
            .entity("C", "role", "supply_chain")
            .metrics("C", "sales", "3");
    assertThat(cases.judge("2020-10").decisions())
        .extracting(decision -> decision.id().id() + " " + decision.segment() + decision.rank())
        .containsExactly("A training2", "B mcn1", "C supply_chain1");
  }

  @Test
  void aSegmentWithoutInstrumentsIsNamedAndGetsNoRow() {
    Scorecard own = card(List.of(kpi("sales", "100", "0", "0", "20", "100").build()), List.of());
    Cases cases =
        new Cases(
                programme(
                    EntityKind.PROVIDER,
                    Map.of(),
                    "role",
                    instruments(null, null, null, null),
                    Map.of("mcn", instruments(null, own, null, null)),
                    List.of()))
            .entity("A", "role", "training")
            .entity("B", "role", "mcn")
            .metrics("B", "sales", "2");
    Judgement judgement = cases.judge("2020-10");
    assertThat(judgement.decisions()).hasSize(1);
    assertThat(judgement.withoutInstruments()).extracting(id -> id.id()).containsExactly("A");
  }

  @Test
  void keepsThePointsForExplanations() {
    Judgement judgement =
        cases(capability())
            .metrics(
                "P",
                "adds",
                "15",
                "certs",
                "10",
                "advanced",
                "15",
                "growth",
                "30",
                "deployed",
                "20")
            .judge("2020-10");
    Step certs =
        judgement.steps().values().iterator().next().stream()
            .filter(step -> step.clause().path().equals("scorecard.kpis.certs"))
            .findFirst()
            .orElseThrow();
    assertThat(certs.points()).isEqualTo(number("10"));
    assertThat(certs.possible()).isEqualTo(number("20"));
    assertThat(certs.days()).isNotNull();
    assertThat(certs.value()).isEqualTo(Policies.value("10"));
  }
}
