package dev.partnerops.evaluating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.StandingOverride;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OverridesInForceTest {

  private static final LocalDate UNTIL = LocalDate.of(2020, 11, 5);

  /** Approved in this order: the one proposed later was approved earlier. */
  private static final OverridesInForce OVERRIDES =
      new OverridesInForce(
          List.of(
              override(5, EntityKind.MERCHANT, "M1", "", "top", UNTIL.plusDays(10)),
              override(3, EntityKind.MERCHANT, "M1", "", "star", UNTIL),
              override(4, EntityKind.PROVIDER, "P1", "mcn", "gold", UNTIL)));

  @ParameterizedTest
  @CsvSource({
    "2020-11-04, star",
    "2020-11-05, star",
    "2020-11-06, top",
    "2020-11-15, top",
    "2020-11-16, ",
  })
  void theOneApprovedLastHoldsUpToItsDay(LocalDate evaluationDay, String tier) {
    assertThat(
            OVERRIDES.of(EntityKind.MERCHANT, new EntityId("M1"), evaluationDay).stream()
                .map(StandingOverride::tier)
                .findFirst()
                .orElse(null))
        .isEqualTo(tier);
  }

  /** RULES 18 and 9: an id names something with its kind and role only. */
  @ParameterizedTest
  @CsvSource({
    "provider, P1, mcn, true",
    "provider, P1, training, false",
    "leader, M1, '', false",
    "merchant, M2, '', false",
  })
  void holdsForOneKindAndRole(String kind, String id, String role, boolean expected) {
    assertThat(OVERRIDES.of(new EntityKind(kind), new EntityId(id, role), UNTIL))
        .hasSize(expected ? 1 : 0);
  }

  @Test
  void holdsForNobodyWhereThereIsNone() {
    assertThat(new OverridesInForce(List.of()).of(EntityKind.MERCHANT, new EntityId("M1"), UNTIL))
        .isEmpty();
  }

  private static StandingOverride override(
      long number, EntityKind kind, String id, String role, String tier, LocalDate until) {
    return new StandingOverride(
        number,
        "stars",
        kind,
        new EntityId(id, role),
        tier,
        "a reason",
        until,
        RunStatus.APPROVED,
        "wang",
        "li");
  }
}
