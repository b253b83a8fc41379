package dev.partnerops.deciding;

import static dev.partnerops.deciding.Policies.field;
import static dev.partnerops.deciding.Policies.instruments;
import static dev.partnerops.deciding.Policies.ladder;
import static dev.partnerops.deciding.Policies.metric;
import static dev.partnerops.deciding.Policies.programme;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.EntityKind;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Condition.Operator;
import dev.partnerops.programme.Ladder;
import dev.partnerops.programme.Length;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A tier set by hand lies over the ladder, which runs on beneath (RULES 1, 10, 51). */
final class OverrideTest {

  /** One evaluation: the score, the override in force, and what is expected of it. */
  private record Month(String score, @Nullable String override, String expected) {}

  private static void play(Cases cases, List<Month> months) {
    for (int i = 0; i < months.size(); i++) {
      Month month = months.get(i);
      String period = "2020-%02d".formatted(i + 1);
      EntityDecision decision =
          cases.score("P", month.score()).override("P", month.override()).approveOne(period);
      assertThat(
              String.join(
                  " ",
                  decision.action() == null ? "" : decision.action().word(),
                  or(decision.tierBefore()),
                  or(decision.tierAfter()),
                  or(decision.tierCalculated())))
          .as(period)
          .isEqualTo(month.expected());
    }
  }

  private static String or(String tier) {
    return tier.isEmpty() ? "-" : tier;
  }

  private static Cases cases(LadderParts parts) {
    return new Cases(programme(EntityKind.PROVIDER, instruments(null, null, parts.build(), null)))
        .entity("P");
  }

  private static LadderParts three() {
    return ladder("listed", "bronze 60 55", "silver 75 70", "gold 90 85");
  }

  @Test
  void theActionIsWhatTheLadderCalculatedBeneath() {
    play(
        cases(three().down("2", false)).before("P", Standing.in("silver")),
        List.of(
            new Month("69", "gold", "warn silver gold silver"),
            new Month("69", "gold", "downgrade gold gold bronze"),
            new Month("75", "listed", "upgrade gold listed silver"),
            new Month("75", null, "hold listed silver silver")));
  }

  @Test
  void reasonsNameItFirst() {
    Cases cases = cases(three()).before("P", Standing.in("silver")).score("P", "71");
    assertThat(cases.override("P", "gold").approveOne("2020-10").reasons())
        .isEqualTo(
            "override 7 gold; ladder.tiers.silver.keep 71.00 >= 70.00; ladder.tiers.gold.enter 71.00"
                + " >= 90.00");
    assertThat(cases.override("P", null).approveOne("2020-11").reasons())
        .startsWith("ladder.tiers.silver.keep");
  }

  @Test
  void showsItsTierOfWhoIsNotAdmittedAndOfWhoExits() {
    LadderParts parts =
        ladder("star 60")
            .admit(field("ladder.admit", "applied_on", Operator.MISSING, "false"))
            .exit(metric("ladder.exit", "severe", Operator.AT_LEAST, "1"));
    Cases cases = cases(parts).metrics("P", "severe", "0").score("P", "70").override("P", "star");
    EntityDecision outside = cases.approveOne("2020-10");
    assertThat(outside.action()).isEqualTo(Action.HOLD);
    assertThat(outside.tierAfter()).isEqualTo("star");
    assertThat(outside.tierCalculated()).isEmpty();
    assertThat(outside.reasons()).startsWith("override 7 star; ladder.admit");
    assertThat(outside.after().place()).isEqualTo(Standing.Place.OUTSIDE);
    cases.entity("P", "applied_on", "2020-11-02").override("P", null);
    assertThat(cases.approveOne("2020-11").action()).isEqualTo(Action.ADMIT);
    EntityDecision exit =
        cases.metrics("P", "severe", "1").override("P", "star").approveOne("2020-12");
    assertThat(exit.action()).isEqualTo(Action.EXIT);
    assertThat(exit.tierAfter()).isEqualTo("star");
    assertThat(exit.reasons()).isEqualTo("override 7 star; ladder.exit 1 >= 1");
  }

  @Test
  void bringsBackWhoExitedForEverToBeginAnew() {
    LadderParts parts = three().exit(metric("ladder.exit", "severe", Operator.AT_LEAST, "1"));
    Cases cases = cases(parts).metrics("P", "severe", "1").before("P", Standing.in("silver"));
    play(cases, List.of(new Month("95", null, "exit silver - -")));
    play(
        cases.metrics("P", "severe", "0"),
        List.of(
            new Month("95", null, "hold - - -"),
            new Month("62", "silver", "upgrade listed silver bronze"),
            new Month("62", null, "hold silver bronze bronze")));
  }

  @Test
  void leavesTheDaysOfReadmitAfterToThePolicy() {
    LadderParts parts =
        ladder("star 60")
            .exit(metric("ladder.exit", "severe", Operator.AT_LEAST, "1"))
            .readmitAfter("40");
    Cases cases = cases(parts).metrics("P", "severe", "1").before("P", Standing.in("star"));
    play(cases, List.of(new Month("95", null, "exit star - -")));
    EntityDecision barred =
        cases.metrics("P", "severe", "0").override("P", "star").approveOne("2020-02");
    assertThat(barred.action()).isEqualTo(Action.HOLD);
    assertThat(barred.tierAfter()).isEqualTo("star");
    assertThat(barred.after().place()).isEqualTo(Standing.Place.EXITED);
    assertThat(barred.reasons()).isEqualTo("override 7 star; ladder.readmit_after 29 >= 40");
    assertThat(cases.override("P", null).approveOne("2020-03").tierCalculated()).isEqualTo("star");
  }

  @Test
  void protectionHoldsItsOwnTierBeneath() {
    LadderParts parts =
        three().down("1", false).protect("5", Length.Unit.PERIODS, always(), false, null, null);
    play(
        cases(parts).before("P", Standing.in("silver")).metrics("P", "guarantee", "1"),
        List.of(
            new Month("60", null, "protected silver silver bronze"),
            // Not protection alone holds the tier.
            new Month("60", "gold", "hold silver gold bronze"),
            // What an override showed is nothing that protection would protect.
            new Month("60", null, "protected gold silver bronze"),
            new Month("60", "listed", "hold silver listed bronze"),
            new Month("60", null, "protected listed silver bronze"),
            new Month("60", null, "hold silver bronze bronze")));
  }

  @Test
  void usesUpNothingOfAProtectionWhoseClockPauses() {
    LadderParts parts =
        three().down("1", false).protect("2", Length.Unit.PERIODS, always(), true, null, "silver");
    play(
        cases(parts).before("P", Standing.in("silver")).metrics("P", "guarantee", "1"),
        List.of(
            new Month("60", "gold", "downgrade silver gold bronze"),
            new Month("60", "gold", "hold gold gold bronze"),
            new Month("60", null, "protected gold silver bronze"),
            new Month("60", null, "protected silver silver bronze"),
            new Month("60", null, "hold silver bronze bronze")));
  }

  @Test
  void isShownWhereANotRatedTierIsDropped() {
    LadderParts parts = ladder("star 60").notRated(Ladder.NotRated.DROP);
    Cases cases =
        new Cases(
                programme(
                    EntityKind.PROVIDER,
                    instruments(
                        metric("minimum", "orders", Operator.AT_LEAST, "10"),
                        null,
                        parts.build(),
                        null)))
            .before("P", Standing.in("star"))
            .metrics("P", "orders", "9");
    assertThat(cases.approveOne("2020-10").tierAfter()).isEmpty();
    EntityDecision shown = cases.override("P", "star").approveOne("2020-11");
    assertThat(shown.tierAfter()).isEqualTo("star");
    assertThat(shown.action()).isEqualTo(Action.NOT_RATED);
  }

  private static Condition always() {
    return metric("ladder.protect.when", "guarantee", Operator.AT_LEAST, "1");
  }
}
