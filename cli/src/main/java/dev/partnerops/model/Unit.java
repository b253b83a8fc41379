package dev.partnerops.model;

import java.util.Locale;
import java.util.Optional;

/**
 * What a metric's values are: how they print, and what an entity without a row has (SPEC section 3,
 * RULES 12, 22).
 */
public enum Unit {
  /** A share; its two parts are metrics of their own. */
  RATE,
  /** Yuan with two decimals. */
  MONEY,
  /** A whole number. */
  COUNT,
  /** Any other number: a rating, a depth. */
  NUMBER,
  /** A length in days. */
  DAYS,
  /** A date. */
  DAY,
  /** True or false. */
  FLAG;

  /** The word of a metric header: {@code rate}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Counts and sums over nothing are 0, everything else over nothing is missing (RULES 12). */
  public boolean isZeroOverNothing() {
    return this == COUNT || this == MONEY;
  }

  public static Optional<Unit> find(String word) {
    for (Unit unit : values()) {
      if (unit.word().equals(word)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
