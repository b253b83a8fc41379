package dev.partnerops.importing;

/**
 * Days as people write them: {@code 2020-09-01}, {@code 2020/9/1}, {@code 20200901}, {@code
 * 2020年9月1日}; each must exist, from 1900 on.
 */
final class Days {

  /** In place of a day where the text is none. */
  static final long NOT_A_DAY = Long.MIN_VALUE + 1;

  private static final int FIRST_YEAR = 1900;

  /** From 1 March of the year 0 to 1 January 1970. */
  private static final long DAYS_TO_1970 = 719_468;

  /** A day and where it ended in the text, in one long. */
  private static final int END_BITS = 5;

  private Days() {}

  /** The day as days since 1970-01-01. */
  static long epochDay(String text) {
    long scanned = scan(text);
    return scanned != NOT_A_DAY && end(scanned) == text.length() ? day(scanned) : NOT_A_DAY;
  }

  /** The day that the text begins with; read it by {@link #day} and {@link #end}. */
  static long scan(String text) {
    int length = text.length();
    int year = number(text, 0, 4);
    if (year < FIRST_YEAR || length < 8) {
      return NOT_A_DAY;
    }
    char separator = text.charAt(4);
    if (separator >= '0' && separator <= '9') {
      return packed(year, number(text, 4, 2), number(text, 6, 2), 8);
    }
    boolean chinese = separator == '年';
    if (!chinese && separator != '-' && separator != '/') {
      return NOT_A_DAY;
    }
    int monthDigits = digitsAt(text, 5);
    int dayStart = 5 + monthDigits + 1;
    if (monthDigits == 0
        || dayStart >= length
        || text.charAt(dayStart - 1) != (chinese ? '月' : separator)) {
      return NOT_A_DAY;
    }
    int dayDigits = digitsAt(text, dayStart);
    int end = dayStart + dayDigits;
    if (dayDigits == 0 || (chinese && (end >= length || text.charAt(end) != '日'))) {
      return NOT_A_DAY;
    }
    return packed(
        year,
        number(text, 5, monthDigits),
        number(text, dayStart, dayDigits),
        chinese ? end + 1 : end);
  }

  static long day(long scanned) {
    return scanned >> END_BITS;
  }

  static int end(long scanned) {
    return (int) (scanned & ((1 << END_BITS) - 1));
  }

  private static long packed(int year, int month, int day, int end) {
    if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
      return NOT_A_DAY;
    }
    return (epochDay(year, month, day) << END_BITS) | end;
  }

  /** Years are counted from March on here, so that a leap day is the last of its year. */
  private static long epochDay(int year, int month, int day) {
    int from = month > 2 ? year : year - 1;
    int monthsFromMarch = (month + 9) % 12;
    int leapDays = from / 4 - from / 100 + from / 400;
    int dayOfYear = (monthsFromMarch * 153 + 2) / 5 + day - 1;
    return from * 365L + leapDays + dayOfYear - DAYS_TO_1970;
  }

  private static int daysOf(int year, int month) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /** One or two digits stand here: how many; 0 for none. */
  private static int digitsAt(String text, int from) {
    if (number(text, from, 2) >= 0) {
      return 2;
    }
    return number(text, from, 1) >= 0 ? 1 : 0;
  }

  /** The number of exactly that many digits; -1 where other characters stand. */
  static int number(String text, int from, int digits) {
    if (from + digits > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }
}
