package dev.partnerops.programme;

import dev.partnerops.model.Period;
import java.time.LocalDate;

/**
 * When an evaluation looks: its period, the day up to which data count (RULES 7, 15), and the day
 * it is evaluated on.
 */
public record WindowContext(Period period, LocalDate asOf, LocalDate evaluationDay) {

  /** The end: the period's last day, or the as-of day if earlier (RULES 7). */
  public LocalDate end() {
    return asOf.isBefore(period.last()) ? asOf : period.last();
  }
}
