package dev.partnerops.generating;

import java.time.LocalDate;

/**
 * How much is made: the numbers that {@code generate} takes (SPEC section 6), and those that follow
 * from them. Days are calendar days of the market's zone; {@code until} is the last day on which
 * orders are paid.
 */
public record Scale(
    long orders,
    int merchants,
    int providers,
    int promoters,
    int days,
    long seed,
    LocalDate until) {

  /** The most orders one set can hold: ten digits of a day's order numbers, with room to grow. */
  public static final long MOST_ORDERS = 2_000_000_000L;

  /** The most merchants, providers or promoters: ids have eight digits. */
  public static final int MOST_PARTNERS = 5_000_000;

  /** The longest span. */
  public static final int MOST_DAYS = 3_660;

  /** The first day that can have orders; order ids begin with the year in its century. */
  public static final LocalDate FIRST_DAY = LocalDate.of(2001, 1, 1);

  /** The last day that can have orders. */
  public static final LocalDate LAST_DAY = LocalDate.of(2098, 12, 31);

  public Scale {
    if (orders < 0 || orders > MOST_ORDERS) {
      throw new IllegalArgumentException("orders: " + orders);
    }
    check("merchants", merchants, MOST_PARTNERS);
    check("providers", providers, MOST_PARTNERS);
    check("promoters", promoters, MOST_PARTNERS);
    check("days", days, MOST_DAYS);
    if (until.isAfter(LAST_DAY) || !fits(days, until)) {
      throw new IllegalArgumentException("until: " + until);
    }
  }

  private static void check(String what, int number, int most) {
    if (number < 1 || number > most) {
      throw new IllegalArgumentException(what + ": " + number);
    }
  }

  /** Whether so many days that end on {@code until} begin late enough. */
  public static boolean fits(int days, LocalDate until) {
    return !until.minusDays(days - 1L).isBefore(FIRST_DAY);
  }

  /** As many merchants as suit so many orders: one for a hundred. */
  public static int merchantsFor(long orders) {
    return suited(orders / 100, 25);
  }

  /** As many providers as suit so many orders: one for ten thousand. */
  public static int providersFor(long orders) {
    return suited(orders / 10_000, 12);
  }

  /** As many promoters as suit so many orders: one for two hundred. */
  public static int promotersFor(long orders) {
    return suited(orders / 200, 15);
  }

  private static int suited(long number, int least) {
    return Math.clamp(number, least, MOST_PARTNERS);
  }

  int leaders() {
    return Math.max(4, promoters / 100);
  }

  int buyers() {
    return Math.clamp(orders / 4, 20, 400_000_000);
  }

  /** Days since 1970-01-01 of the first day with orders. */
  int firstDay() {
    return lastDay() - days + 1;
  }

  /** Days since 1970-01-01 of the last day with orders. */
  int lastDay() {
    return Math.toIntExact(until.toEpochDay());
  }
}
