package dev.partnerops.evaluating;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a count or sum over a window goes on to the end of an open period: it has what it has by the
 * as-of day, and in the days left grows as fast as it did in those of its days that lie in the
 * period so far. Exact.
 *
 * @param known the days of the window that are over
 * @param paced those of them that lie in the period: what the pace is taken from; absent where
 *     nothing is added, because the window ends by the as-of day or none of its days in the period
 *     is over
 * @param ahead the days still to come for each of {@code paced}
 */
record Pace(DayRange known, @Nullable DayRange paced, Fraction ahead) {

  /**
   * The pace of a window.
   *
   * @param full its days as they are when the period ends
   */
  static Pace of(DayRange full, Period period, LocalDate asOf) {
    if (!full.last().isAfter(asOf)) {
      return new Pace(full, null, Fraction.ZERO);
    }
    DayRange known = new DayRange(full.first(), asOf);
    LocalDate from = full.first().isAfter(period.first()) ? full.first() : period.first();
    if (from.isAfter(asOf)) {
      return new Pace(known, null, Fraction.ZERO);
    }
    long over = ChronoUnit.DAYS.between(from, asOf) + 1;
    long left = ChronoUnit.DAYS.between(asOf, full.last());
    return new Pace(known, new DayRange(from, asOf), Fraction.of(left, over));
  }

  /** What it comes to, rounded half-up to so many decimals. */
  Fraction projected(Fraction value, Fraction inPeriod, int decimals) {
    return Fraction.of(value.plus(inPeriod.times(ahead)).round(decimals));
  }
}
