package dev.partnerops.deciding;

import static dev.partnerops.deciding.Policies.all;
import static dev.partnerops.deciding.Policies.any;
import static dev.partnerops.deciding.Policies.field;
import static dev.partnerops.deciding.Policies.held;
import static dev.partnerops.deciding.Policies.instruments;
import static dev.partnerops.deciding.Policies.ladder;
import static dev.partnerops.deciding.Policies.metric;
import static dev.partnerops.deciding.Policies.missed;
import static dev.partnerops.deciding.Policies.programme;
import static dev.partnerops.deciding.Policies.table;
import static dev.partnerops.deciding.Policies.tier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.EntityKind;
import dev.partnerops.programme.Condition.Operator;
import dev.partnerops.programme.Ladder;
import dev.partnerops.programme.Length;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RULES 1 and 10. */
class LadderTest {

  private static final String[] MONTHS = {
    "2020-10", "2020-11", "2020-12", "2021-01", "2021-02", "2021-03"
  };

  private static Cases cases(LadderParts parts) {
    return new Cases(programme(EntityKind.PROVIDER, instruments(null, null, parts.build(), null)));
  }

  /** Scores month by month from a tier on, to {@code action tier} month by month. */
  private static String run(LadderParts parts, String from, String scores) {
    Cases cases = cases(parts).entity("P");
    if (!from.isEmpty()) {
      cases.before("P", Standing.in(from));
    }
    StringBuilder said = new StringBuilder();
    String[] each = scores.split(" ");
    for (int i = 0; i < each.length; i++) {
      EntityDecision decision = cases.score("P", each[i]).approveOne(MONTHS[i]);
      said.append(i == 0 ? "" : ", ").append(decision.action().word());
      said.append(decision.tierAfter().isEmpty() ? "" : " " + decision.tierAfter());
    }
    return said.toString();
  }

  private static LadderParts three() {
    return ladder("listed", "bronze 60 55", "silver 75 70", "gold 90 85");
  }

  @ParameterizedTest
  @CsvSource({
    "59.99, hold listed",
    "60, upgrade bronze",
    "74.99, upgrade bronze",
    "75, upgrade silver",
    "90, upgrade gold",
  })
  void beginsInTheLowestTierWhereNothingIsAskedAndMovesOn(String score, String expected) {
    assertThat(run(three(), "", score)).isEqualTo(expected);
  }

  @Test
  void beginsInNoneWhereTheLowestTierAsksForSomething() {
    assertThat(run(ladder("star 60"), "", "59 60")).isEqualTo("hold, upgrade star");
  }

  @ParameterizedTest
  @CsvSource({
    "58 59, 'warn star, downgrade'",
    "58 61 58, 'warn star, hold star, warn star'",
    "60 59.99, 'hold star, warn star'",
  })
  void downgradesAtTheSecondMissRunning(String scores, String expected) {
    assertThat(run(ladder("star 60").down("2", false), "star", scores)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "silver, 69.99, downgrade bronze",
    "silver, 70, hold silver",
    "gold, 60, downgrade bronze",
    "gold, 54, downgrade listed",
    "gold, 71, downgrade silver",
  })
  void fallsToTheHighestTierMet(String from, String score, String expected) {
    assertThat(run(three(), from, score)).isEqualTo(expected);
  }

  @Test
  void stepsDownAndUpOneByOne() {
    assertThat(run(three().down("1", true), "gold", "10 10 10 10"))
        .isEqualTo("downgrade silver, downgrade bronze, downgrade listed, hold listed");
    assertThat(run(three().up("1", true), "listed", "95 95 95 95"))
        .isEqualTo("upgrade bronze, upgrade silver, upgrade gold, hold gold");
  }

  @Test
  void upgradesToTheHighestTierMetInEachOfTheTimesRunning() {
    assertThat(run(three().up("2", false), "listed", "95 76 95 95"))
        .isEqualTo("hold listed, upgrade silver, hold silver, upgrade gold");
  }

  @Test
  void aHoldEndsTheCountOfRises() {
    assertThat(run(three().up("2", false), "bronze", "80 70 80 80"))
        .isEqualTo("hold bronze, hold bronze, hold bronze, upgrade silver");
  }

  @Test
  void aRiseEndsTheCountOfMissesAndAMissThatOfRises() {
    assertThat(run(three().up("2", false).down("2", false), "bronze", "50 80 50 80 50 50"))
        .isEqualTo(
            "warn bronze, hold bronze, warn bronze, hold bronze, warn bronze, downgrade listed");
  }

  @Test
  void neverFallsWithAfterNever() {
    assertThat(run(three().downNever(), "silver", "10 10")).isEqualTo("warn silver, warn silver");
  }

  @Test
  void judgesTiersByTheirRequirementsOnceUpAndBelow() {
    LadderParts parts =
        ladder("joined", "selling", "growing")
            .require(
                all(
                    metric(
                        "ladder.require[0]",
                        "orders",
                        Operator.AT_LEAST,
                        table("tier", "selling", "1", "else", "none")),
                    metric(
                        "ladder.require[1]",
                        "sales",
                        Operator.AT_LEAST,
                        table("tier", "growing", "100000", "else", "none"))));
    Cases cases = cases(parts).metrics("M", "orders", "0", "sales", "0");
    EntityDecision first = cases.approveOne("2020-10");
    assertThat(first.tierBefore()).isEqualTo("joined");
    assertThat(first.tierAfter()).isEqualTo("joined");
    assertThat(first.action()).isEqualTo(Action.HOLD);
    assertThat(first.reasons()).isEqualTo("ladder.require[0] 0 >= 1");
    EntityDecision second =
        cases.metrics("M", "orders", "1", "sales", "99999.99").approveOne("2020-11");
    assertThat(second.tierAfter()).isEqualTo("selling");
    EntityDecision third = cases.metrics("M", "sales", "100000").approveOne("2020-12");
    assertThat(third.tierAfter()).isEqualTo("growing");
    assertThat(third.reasons()).isEqualTo("ladder.require[1] 100000 >= 100000");
  }

  @Test
  void admitsIntoTheHighestTierMetWithoutWaiting() {
    LadderParts parts =
        three()
            .up("3", false)
            .admit(field("ladder.admit", "applied_on", Operator.MISSING, "false"));
    Cases cases = cases(parts).entity("P").score("P", "80");
    EntityDecision outside = cases.approveOne("2020-10");
    assertThat(outside.action()).isEqualTo(Action.HOLD);
    assertThat(outside.tierBefore() + outside.tierAfter()).isEmpty();
    assertThat(outside.reasons()).isEqualTo("ladder.admit missing missing: false");
    EntityDecision in = cases.entity("P", "applied_on", "2020-11-03").approveOne("2020-11");
    assertThat(in.action()).isEqualTo(Action.ADMIT);
    assertThat(in.tierAfter()).isEqualTo("silver");
  }

  @Test
  void admitsIntoTheLowestTierStepByStep() {
    LadderParts parts =
        three().up("1", true).admit(field("ladder.admit", "applied_on", Operator.MISSING, "false"));
    Cases cases = cases(parts).entity("P", "applied_on", "2020-09-01").score("P", "95");
    assertThat(cases.approveOne("2020-10").tierAfter()).isEqualTo("listed");
    assertThat(cases.approveOne("2020-11").tierAfter()).isEqualTo("bronze");
  }

  @Test
  void exitsAtTheSecondMissHeldAndStaysOut() {
    LadderParts parts =
        ladder("star 60")
            .down("3", false)
            .exit(any(held("ladder.exit.any[0]", 2, missed("ladder.exit.any[0].held"))));
    assertThat(run(parts, "star", "58 59 95")).isEqualTo("warn star, exit, hold");
    assertThat(run(parts, "star", "58 61 58")).isEqualTo("warn star, hold star, warn star");
  }

  @Test
  void namesTheClauseThatExits() {
    LadderParts parts =
        ladder("star 60")
            .exit(
                any(
                    held("ladder.exit.any[0]", 2, missed("ladder.exit.any[0].held")),
                    metric("ladder.exit.any[1]", "severe", Operator.AT_LEAST, "2")));
    EntityDecision decision =
        cases(parts)
            .metrics("P", "severe", "3")
            .score("P", "95")
            .before("P", Standing.in("star"))
            .approveOne("2020-10");
    assertThat(decision.action()).isEqualTo(Action.EXIT);
    assertThat(decision.reasons()).isEqualTo("ladder.exit.any[1] 3 >= 2");
    assertThat(decision.after().exitedOn()).isEqualTo(LocalDate.of(2020, 10, 31));
  }

  @ParameterizedTest
  @CsvSource({
    "30, 'exit, upgrade star, hold star'",
    "31, 'exit, hold, upgrade star'",
    "61, 'exit, hold, upgrade star'",
    "62, 'exit, hold, hold'",
  })
  void beginsAnewFromReadmitAfterOn(String days, String expected) {
    LadderParts parts =
        ladder("star 60")
            .exit(metric("ladder.exit", "severe", Operator.AT_LEAST, "1"))
            .readmitAfter(days);
    Cases cases = cases(parts).score("P", "95").before("P", Standing.in("star"));
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      EntityDecision decision =
          cases.metrics("P", "severe", i == 0 ? "1" : "0").approveOne(MONTHS[i]);
      said.append(i == 0 ? "" : ", ").append(decision.action().word());
      said.append(decision.tierAfter().isEmpty() ? "" : " " + decision.tierAfter());
    }
    assertThat(said.toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "PAUSE, 'warn star, not_rated star, downgrade'",
    "RESET, 'warn star, not_rated star, warn star'",
    "COUNT, 'warn star, downgrade, hold'",
    "DROP, 'warn star, not_rated, downgrade'",
  })
  void treatsAMonthNotRatedAsToldTo(Ladder.NotRated how, String expected) {
    Ladder built = ladder("star 60").down("2", false).notRated(how).build();
    Cases cases =
        new Cases(
            programme(
                EntityKind.PROVIDER,
                instruments(
                    metric("minimum", "orders", Operator.AT_LEAST, "10"),
                    Policies.card(
                        List.of(Policies.kpi("sales", "100", "0", "0", "100", "100").build()),
                        List.of()),
                    built,
                    null)));
    cases.before("P", Standing.in("star")).metrics("P", "sales", "58");
    String[] orders = {"10", "9", "10"};
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      EntityDecision decision = cases.metrics("P", "orders", orders[i]).approveOne(MONTHS[i]);
      said.append(i == 0 ? "" : ", ").append(decision.action().word());
      said.append(decision.tierAfter().isEmpty() ? "" : " " + decision.tierAfter());
    }
    assertThat(said.toString()).isEqualTo(expected);
  }

  @Test
  void exitIsJudgedThoughNotRated() {
    Ladder built =
        ladder("star 60").exit(metric("ladder.exit", "severe", Operator.AT_LEAST, "2")).build();
    Cases cases =
        new Cases(
            programme(
                EntityKind.PROVIDER,
                instruments(
                    metric("minimum", "orders", Operator.AT_LEAST, "10"), null, built, null)));
    EntityDecision decision =
        cases
            .before("P", Standing.in("star"))
            .metrics("P", "orders", "0", "severe", "2")
            .approveOne("2020-10");
    assertThat(decision.action()).isEqualTo(Action.EXIT);
  }

  @Test
  void protectsTheTierHeldForThreePeriodsFromAdmission() {
    LadderParts parts =
        ladder("star 60")
            .admit(field("ladder.admit", "applied_on", Operator.MISSING, "false"))
            .protect("3", Length.Unit.PERIODS, null, false, null, null);
    Cases cases = cases(parts).entity("P", "applied_on", "2020-09-01");
    assertThat(cases.score("P", "60").approveOne("2020-10").action()).isEqualTo(Action.ADMIT);
    EntityDecision held = cases.score("P", "50").approveOne("2020-11");
    assertThat(held.action()).isEqualTo(Action.PROTECTED);
    assertThat(held.tierAfter()).isEqualTo("star");
    assertThat(held.tierCalculated()).isEmpty();
    assertThat(held.reasons()).endsWith("ladder.protect 1 < 3");
    assertThat(cases.approveOne("2020-12").action()).isEqualTo(Action.PROTECTED);
    EntityDecision over = cases.approveOne("2021-01");
    assertThat(over.action()).isEqualTo(Action.HOLD);
    assertThat(over.tierBefore()).isEqualTo("star");
    assertThat(over.tierAfter()).isEmpty();
  }

  @Test
  void showsTheNamedTierAndPausesTheClockWhileItIsNotNeeded() {
    LadderParts parts =
        ladder("listed", "star 60")
            .protect(
                "2",
                Length.Unit.PERIODS,
                metric("ladder.protect.when", "guarantee", Operator.AT_LEAST, "1"),
                true,
                null,
                "star");
    Cases cases = cases(parts).metrics("P", "guarantee", "1");
    String[] scores = {"50", "70", "50", "50"};
    String[] expected = {"protected star", "upgrade star", "protected star", "hold listed"};
    for (int i = 0; i < scores.length; i++) {
      EntityDecision decision = cases.score("P", scores[i]).approveOne(MONTHS[i]);
      assertThat(decision.action().word() + " " + decision.tierAfter())
          .as(MONTHS[i])
          .isEqualTo(expected[i]);
    }
  }

  @Test
  void endsProtectionAtUntilAndByDays() {
    LadderParts parts =
        ladder("star 60")
            .admit(field("ladder.admit", "applied_on", Operator.MISSING, "false"))
            .protect(
                "120",
                Length.Unit.DAYS,
                null,
                false,
                metric("ladder.protect.until", "severe", Operator.AT_LEAST, "1"),
                null);
    Cases cases = cases(parts).entity("P", "applied_on", "2020-09-01").metrics("P", "severe", "0");
    cases.score("P", "60").approveOne("2020-10");
    for (String month : new String[] {"2020-11", "2020-12", "2021-01"}) {
      assertThat(cases.score("P", "50").approveOne(month).action())
          .as(month)
          .isEqualTo(Action.PROTECTED);
    }
    assertThat(cases.approveOne("2021-02").tierAfter()).as("day 120 after the first").isEmpty();

    Cases ended = cases(parts).entity("Q", "applied_on", "2020-09-01").metrics("Q", "severe", "0");
    ended.score("Q", "60").approveOne("2020-10");
    assertThat(ended.score("Q", "50").metrics("Q", "severe", "1").approveOne("2020-11").tierAfter())
        .isEmpty();
    assertThat(ended.metrics("Q", "severe", "0").approveOne("2020-12").tierAfter()).isEmpty();
  }

  @Test
  void protectionDoesNotStopAnExit() {
    LadderParts parts =
        ladder("star 60")
            .exit(metric("ladder.exit", "severe", Operator.AT_LEAST, "1"))
            .protect("9", Length.Unit.PERIODS, null, false, null, null);
    Cases cases = cases(parts).metrics("P", "severe", "0").score("P", "60");
    cases.approveOne("2020-10");
    assertThat(cases.metrics("P", "severe", "1").approveOne("2020-11").action())
        .isEqualTo(Action.EXIT);
  }

  @Test
  void anOverrideLiesOverTheCalculatedTier() {
    Cases cases = cases(three()).before("P", Standing.in("silver")).score("P", "60");
    EntityDecision under = cases.override("P", "gold").approveOne("2020-10");
    assertThat(under.tierAfter()).isEqualTo("gold");
    assertThat(under.tierCalculated()).isEqualTo("bronze");
    EntityDecision ended = cases.override("P", null).approveOne("2020-11");
    assertThat(ended.tierBefore()).isEqualTo("gold");
    assertThat(ended.tierAfter()).isEqualTo("bronze");
  }

  @Test
  void aTierWithARequirementIsKeptByItToo() {
    LadderParts parts =
        ladder(
            tier("bronze 60", null),
            tier(
                "gold 90 85",
                metric("ladder.tiers.gold.require", "severe", Operator.AT_MOST, "0")));
    Cases cases = cases(parts).before("P", Standing.in("gold")).score("P", "95");
    EntityDecision decision = cases.metrics("P", "severe", "1").approveOne("2020-10");
    assertThat(decision.tierAfter()).isEqualTo("bronze");
    assertThat(decision.reasons())
        .isEqualTo("ladder.tiers.gold.require 1 <= 0; ladder.down 1 >= 1");
  }

  @Test
  void theStandingWaitsWhereThereIsNoLadder() {
    Cases cases =
        new Cases(
                programme(
                    EntityKind.PROVIDER,
                    Map.of(),
                    "role",
                    instruments(null, null, three().build(), null),
                    Map.of(
                        "mcn",
                        instruments(
                            null,
                            Policies.card(
                                List.of(Policies.kpi("sales", "100", "0", "0").build()), List.of()),
                            null,
                            null)),
                    List.of()))
            .before("P", Standing.in("silver"))
            .score("P", "80");
    assertThat(cases.entity("P", "role", "mcn").approveOne("2020-10").action()).isNull();
    EntityDecision back = cases.entity("P", "role", "training").approveOne("2020-11");
    assertThat(back.tierBefore()).isEqualTo("silver");
    assertThat(back.action()).isEqualTo(Action.HOLD);
  }
}
