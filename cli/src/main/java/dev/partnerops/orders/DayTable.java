package dev.partnerops.orders;

import java.time.LocalDate;

/** The starts of all days in a span, so that the day of a second costs no calendar arithmetic. */
final class DayTable {

  private static final long DAY_SECONDS = 86_400;

  private final long firstDay;
  private final long[] starts;

  /** Covers the seconds from {@code least} to {@code greatest}, both in. */
  DayTable(DayClock clock, long least, long greatest) {
    firstDay = clock.epochDay(least);
    int days = Math.toIntExact(clock.epochDay(greatest) - firstDay + 1);
    starts = new long[days + 1];
    for (int i = 0; i <= days; i++) {
      starts[i] = clock.start(LocalDate.ofEpochDay(firstDay + i));
    }
  }

  int days() {
    return starts.length - 1;
  }

  /**
   * Days since the first one of the table.
   *
   * @param near a place that may well be right: where ids grow with time, orders come by time
   */
  int place(long second, int near) {
    if (second >= starts[near] && second < starts[near + 1]) {
      return near;
    }
    int guess = (int) Math.min((second - starts[0]) / DAY_SECONDS, days() - 1);
    while (second < starts[guess]) {
      guess--;
    }
    while (second >= starts[guess + 1]) {
      guess++;
    }
    return guess;
  }

  long epochDay(int place) {
    return firstDay + place;
  }
}
