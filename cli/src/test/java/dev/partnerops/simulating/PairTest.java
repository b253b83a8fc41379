package dev.partnerops.simulating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PairTest {

  private static final EntityId ID = new EntityId("M1");
  private static final Order ORDER =
      new Order(List.of("bronze", "gold"), List.of("silver", "diamond"));

  /** Tier, badge, granted and charged in fen under the policy in force, then as simulated. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "'', '', 0, 0, '', '', 0, 0, EVEN",
        // the tier decides, whatever the rest says
        "bronze, diamond, 900, 0, gold, '', 0, 900, WINNER",
        "bronze, '', 0, 0, '', '', 500, 0, LOSER",
        // then the badge
        "gold, silver, 900, 0, gold, diamond, 0, 0, WINNER",
        "gold, silver, 0, 0, gold, '', 900, 0, LOSER",
        // then money less fees, to the fen
        "gold, '', 100, 0, gold, '', 101, 0, WINNER",
        "gold, '', 100, 0, gold, '', 99, 0, LOSER",
        "gold, '', 100, 50, gold, '', 150, 100, EVEN",
        "gold, '', 100, 50, gold, '', 150, 101, LOSER",
        // tiers of other names are not compared
        "gold, '', 0, 0, platinum, '', 1, 0, WINNER",
      })
  void findsWhoWins(
      String tier,
      String badge,
      long granted,
      long fee,
      String otherTier,
      String otherBadge,
      long otherGranted,
      long otherFee,
      Pair.Verdict verdict) {
    var pair =
        new Pair(
            ID,
            outcome(tier, badge, granted, fee),
            outcome(otherTier, otherBadge, otherGranted, otherFee));
    assertThat(pair.verdict()).isEqualTo(verdict);
  }

  @Test
  void oneOnlyJudgedBySimulatedPolicyWinsWhatItGets() {
    assertThat(new Pair(ID, null, outcome("bronze", "", 0, 0)).verdict())
        .isEqualTo(Pair.Verdict.WINNER);
    assertThat(new Pair(ID, outcome("", "", 5, 0), null).verdict()).isEqualTo(Pair.Verdict.LOSER);
    assertThat(new Pair(ID, null, outcome("", "", 0, 0)).verdict()).isEqualTo(Pair.Verdict.EVEN);
  }

  @Test
  void aServiceMoreWinsWhereAllElseIsAlike() {
    var with =
        new Outcome(ID, "", ORDER, "gold", "", null, Map.of("contact", Money.ZERO), 1, null, null);
    var without = new Outcome(ID, "", ORDER, "gold", "", null, Map.of(), 0, null, null);
    assertThat(new Pair(ID, without, with).verdict()).isEqualTo(Pair.Verdict.WINNER);
  }

  @Test
  void overPeriodsTheLastStandingAndAllMoneyCount() {
    var first = new Pair(ID, outcome("gold", "", 100, 0), outcome("bronze", "", 100, 0));
    var second = new Pair(ID, outcome("gold", "", 0, 7), outcome("gold", "", 50, 0));
    var all = Pair.over(List.of(List.of(first), List.of(second)));
    assertThat(all).hasSize(1);
    assertThat(all.getFirst().simulated()).isEqualTo(outcome("gold", "", 150, 0));
    assertThat(all.getFirst().inForce()).isEqualTo(outcome("gold", "", 100, 7));
    assertThat(all.getFirst().verdict()).isEqualTo(Pair.Verdict.WINNER);
  }

  private static Outcome outcome(String tier, String badge, long granted, long fee) {
    return new Outcome(
        ID,
        "",
        ORDER,
        tier,
        badge,
        null,
        Map.of("bonus", new Money(granted)),
        0,
        new Money(fee),
        null);
  }
}
