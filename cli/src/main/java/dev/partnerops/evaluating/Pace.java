package dev.partnerops.evaluating;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a count or sum over a window goes on to the end of an open period: it has what it has by the
 * as-of day, and in each day left grows as fast as it did on average in the period so far. Of a
 * period that begins after the as-of day, the pace is that of the period before it. Exact.
 *
 * @param known the days of the window that are over; empty where it begins later
 * @param paced the days the pace is taken from: those of the period so far that lie in the window,
 *     or all of them where the window begins later; absent where nothing is added, because the
 *     window ends by the as-of day
 * @param ahead the window's days still to come for each of {@code paced}
 */
record Pace(DayRange known, @Nullable DayRange paced, Fraction ahead) {

  /**
   * The pace of a window.
   *
   * @param full its days as they are when the period ends
   */
  static Pace of(DayRange full, Period period, LocalDate asOf) {
    if (full.isEmpty() || !full.last().isAfter(asOf)) {
      return new Pace(full, null, Fraction.ZERO);
    }
    LocalDate begun = period.first().isAfter(asOf) ? period.plus(-1).first() : period.first();
    boolean isBegun = !full.first().isAfter(asOf);
    LocalDate from = isBegun && full.first().isAfter(begun) ? full.first() : begun;
    LocalDate next = isBegun ? asOf.plusDays(1) : full.first();
    return new Pace(
        new DayRange(full.first(), asOf),
        new DayRange(from, asOf),
        Fraction.of(days(next, full.last()), days(from, asOf)));
  }

  private static long days(LocalDate first, LocalDate last) {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }

  /** What it comes to, rounded half-up to so many decimals. */
  Fraction projected(Fraction value, Fraction inPeriod, int decimals) {
    return Fraction.of(value.plus(inPeriod.times(ahead)).round(decimals));
  }
}
