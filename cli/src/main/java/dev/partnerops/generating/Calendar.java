package dev.partnerops.generating;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Spreads the orders over the days: weekly and yearly waves, days of great sales, busy evenings.
 * Where the n-th order stands in time is reckoned from n alone.
 */
final class Calendar {

  private static final int SCALE = 10_000;

  /** Monday to Sunday. */
  private static final int[] WEEK = {92, 94, 96, 98, 104, 116, 112};

  /** January to December. */
  private static final int[] YEAR = {95, 78, 92, 95, 100, 112, 96, 98, 104, 110, 135, 118};

  /** By hour: quiet nights, a first hill at noon, the live rooms' evening. */
  private static final int[] HOURS = {
    12, 6, 3, 2, 2, 3, 8, 14, 22, 34, 40, 42, 46, 40, 36, 38, 40, 42, 52, 74, 96, 100, 72, 34
  };

  private final int firstDay;
  private final long[] ordersBefore;
  private final int[] monthEnds;

  Calendar(Scale scale) {
    this.firstDay = scale.firstDay();
    long[] weights = new long[scale.days() + 1];
    this.monthEnds = new int[scale.days() + 1];
    for (int day = 0; day <= scale.days(); day++) {
      LocalDate date = LocalDate.ofEpochDay(firstDay + day);
      monthEnds[day] = (int) date.withDayOfMonth(date.lengthOfMonth()).toEpochDay();
      if (day < scale.days()) {
        weights[day + 1] = weights[day] + weight(date);
      }
    }
    this.ordersBefore = share(scale.orders(), weights);
  }

  private static long weight(LocalDate date) {
    long usual = (long) WEEK[date.getDayOfWeek().getValue() - 1] * YEAR[date.getMonthValue() - 1];
    return usual * sale(date) / SCALE;
  }

  /** Days of great sales, in percent of a usual day. */
  private static int sale(LocalDate date) {
    return switch (date.getMonthValue() * 100 + date.getDayOfMonth()) {
      case 618 -> 180;
      case 1106 -> 190;
      case 1111 -> 220;
      case 1212 -> 150;
      default -> 100;
    };
  }

  private static long[] share(long orders, long[] weights) {
    long all = weights[weights.length - 1];
    long[] before = new long[weights.length];
    for (int day = 0; day < weights.length; day++) {
      before[day] = orders * weights[day] / all;
    }
    return before;
  }

  /** The day of an order, counted from the first day of the set. */
  int dayOf(long order) {
    int found = Arrays.binarySearch(ordersBefore, order);
    if (found < 0) {
      return -found - 2;
    }
    // Days without orders repeat a number: the last of them holds the order.
    while (ordersBefore[found + 1] == order) {
      found++;
    }
    return found;
  }

  long ordersBefore(int day) {
    return ordersBefore[day];
  }

  int epochDay(int day) {
    return firstDay + day;
  }

  /**
   * The last day of the month, as days since 1970-01-01; {@code day} may be the one after the set.
   */
  int monthEnd(int day) {
    return monthEnds[day];
  }

  /**
   * How many of {@code count} orders of one day come before each hour; one more entry than there
   * are hours.
   */
  static long[] beforeHours(long count) {
    long[] weights = new long[HOURS.length + 1];
    for (int hour = 0; hour < HOURS.length; hour++) {
      weights[hour + 1] = weights[hour] + HOURS[hour];
    }
    return share(count, weights);
  }

  /**
   * The second of the day of the {@code place}-th order of a day spread like {@link #beforeHours};
   * later places are never earlier.
   */
  static int second(long place, long[] beforeHours, Dice dice) {
    int hour = 0;
    while (place >= beforeHours[hour + 1]) {
      hour++;
    }
    long inHour = beforeHours[hour + 1] - beforeHours[hour];
    return hour * 3600 + (int) (((place - beforeHours[hour]) * 3600 + dice.below(3600)) / inHour);
  }
}
