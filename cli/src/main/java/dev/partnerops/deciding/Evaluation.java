package dev.partnerops.deciding;

import dev.partnerops.model.Period;
import java.time.LocalDate;

/**
 * One evaluation: the period judged, the as-of day, and the day it is judged on (SPEC section 4,
 * {@code evaluate}).
 */
public record Evaluation(Period period, LocalDate asOf, LocalDate evaluationDay) {

  /** The period's last day, or the as-of day if earlier (RULES 7). */
  public LocalDate end() {
    return asOf.isBefore(period.last()) ? asOf : period.last();
  }
}
