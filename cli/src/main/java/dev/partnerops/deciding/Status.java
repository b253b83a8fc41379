package dev.partnerops.deciding;

import java.util.Locale;

/** How a scorecard ends; without one an entity is rated where {@code minimum} holds. */
public enum Status {
  RATED,
  /** A floor or a {@code fail}: reaches no {@code enter} or {@code keep}. */
  FAILED,
  /** {@code minimum} unmet or every KPI reweighted away: neither pass nor fail. */
  NOT_RATED;

  /** As printed: {@code not_rated}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
