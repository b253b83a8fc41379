package dev.partnerops.simulating;

import dev.partnerops.deciding.Action;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one policy made of one entity in one period.
 *
 * @param order of the tiers and badges that its policy knows
 * @param tier shown after the period, empty for none; {@code badge} alike
 * @param score absent where not rated or without a scorecard
 * @param granted what is booked of each benefit; a service is nought
 * @param services how many of them are services
 * @param fee what is charged; absent without a statement
 * @param action of the ladder; absent without one
 */
record Outcome(
    EntityId id,
    String name,
    Order order,
    String tier,
    String badge,
    @Nullable Fraction score,
    Map<String, Money> granted,
    int services,
    @Nullable Money fee,
    @Nullable Action action) {

  Outcome {
    granted = Map.copyOf(granted);
  }

  /** What it gets in money. */
  Money cost() {
    return granted.values().stream().reduce(Money.ZERO, Money::plus);
  }

  Money charged() {
    return fee == null ? Money.ZERO : fee;
  }

  boolean isUp() {
    return action == Action.UPGRADE || action == Action.ADMIT;
  }

  boolean isDown() {
    return action == Action.DOWNGRADE || action == Action.EXIT;
  }
}
