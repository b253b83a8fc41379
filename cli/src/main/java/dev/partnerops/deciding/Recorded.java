package dev.partnerops.deciding;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an approved run said of one entity (RULES 34, 35).
 *
 * @param day the last day of that run's period
 * @param tier the tier shown, empty for none; {@code badge} alike
 * @param rank the place in its ranking
 * @param points earned, by KPI and entry
 * @param granted amounts by benefit
 */
public record Recorded(
    LocalDate day,
    String tier,
    String badge,
    @Nullable Fraction score,
    @Nullable Integer rank,
    Map<String, Fraction> points,
    Map<String, Money> granted) {

  /**
   * What is remembered of a decision.
   *
   * @param day the last day of its period
   * @param granted what its run granted the entity for that period, by benefit
   */
  public static Recorded of(LocalDate day, EntityDecision decision, Map<String, Money> granted) {
    Map<String, Fraction> points = new HashMap<>();
    for (Earned earned : decision.points()) {
      points.put(earned.name(), earned.points());
    }
    return new Recorded(
        day,
        decision.tierAfter(),
        decision.badge(),
        decision.score(),
        decision.place(),
        points,
        granted);
  }
}
