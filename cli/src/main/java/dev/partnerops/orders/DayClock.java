package dev.partnerops.orders;

import dev.partnerops.model.DayRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days of a zone against epoch seconds, summer time and all. */
final class DayClock {

  private static final long DAY_SECONDS = 86_400;

  /** Days outside the years 0 to 9999 mean "from ever" and "for ever". */
  private static final LocalDate FIRST_DAY = LocalDate.of(0, 1, 2);

  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 30);

  private final ZoneId zone;
  private final boolean isFixed;
  private final long offset;

  DayClock(ZoneId zone) {
    this.zone = zone;
    isFixed = zone.getRules().isFixedOffset();
    offset = zone.getRules().getOffset(Instant.EPOCH).getTotalSeconds();
  }

  /** The first second of a day. */
  long start(LocalDate day) {
    if (day.isBefore(FIRST_DAY)) {
      return Long.MIN_VALUE + 1;
    }
    return day.isAfter(LAST_DAY) ? Long.MAX_VALUE : day.atStartOfDay(zone).toEpochSecond();
  }

  /** The second before which a day has ended. */
  long end(LocalDate day) {
    return day.isAfter(LAST_DAY) ? Long.MAX_VALUE : start(day.plusDays(1));
  }

  /**
   * The half-open seconds of {@code days}, each moved earlier by {@code lagDays}, as far as {@code
   * asOf} lets see.
   */
  long[] seconds(DayRange days, int lagDays, LocalDate asOf) {
    LocalDate last = days.last().isAfter(asOf) ? asOf : days.last();
    if (last.isBefore(days.first())) {
      return new long[] {0, 0};
    }
    return new long[] {startLagged(days.first(), lagDays), startLagged(last, lagDays - 1)};
  }

  private long startLagged(LocalDate day, int lagDays) {
    return day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)
        ? start(day)
        : start(day.minusDays(lagDays));
  }

  /** Days since 1970-01-01. */
  long epochDay(long second) {
    if (isFixed) {
      return Math.floorDiv(second + offset, DAY_SECONDS);
    }
    return Math.floorDiv(
        second + zone.getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds(),
        DAY_SECONDS);
  }
}
