package dev.partnerops.importing;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Numbers as people write them (RULES 27), exact or not at all. The plain form is read digit by
 * digit into a long, since orders have millions of them; groups, units and full-width digits take
 * the slower way.
 */
final class Numbers {

  /** Answers in place of a number; every number read is greater than these. */
  static final long NOT_A_NUMBER = Long.MIN_VALUE + 1;

  static final long TOO_MANY_DECIMALS = Long.MIN_VALUE + 2;
  static final long TOO_LARGE = Long.MIN_VALUE + 3;

  /** What the store's decimal(18, 2) and bigint hold in any case. */
  private static final long LIMIT = 1_000_000_000_000_000_000L;

  private static final int MAX_PLAIN_DIGITS = 18;

  private Numbers() {}

  static boolean isProblem(long number) {
    return number <= TOO_LARGE;
  }

  /** Yuan as fen: {@code 1234.5}, {@code ¥1,234.50}, {@code 1.2万}. */
  static long fen(String text) {
    return scaled(text, 2, true);
  }

  /** A whole number: {@code 12}, {@code 1,234}, {@code 1.2万}. */
  static long whole(String text) {
    return scaled(text, 0, false);
  }

  /** Any number, {@code 5%} too; empty where it is none. */
  static Optional<BigDecimal> findDecimal(String text) {
    String folded = CellText.hasFullWidth(text) ? CellText.folded(text) : text;
    if (folded.endsWith("%")) {
      return new NumberScanner(folded.substring(0, folded.length() - 1), false)
          .find()
          .map(percent -> percent.movePointLeft(2));
    }
    return new NumberScanner(folded, false).find();
  }

  private static long scaled(String text, int decimals, boolean money) {
    long plain = plain(text, decimals);
    return plain == NOT_A_NUMBER ? written(text, decimals, money) : plain;
  }

  /** Digits, at most one point, perhaps a minus. */
  private static long plain(String text, int decimals) {
    int length = text.length();
    int i = length > 0 && text.charAt(0) == '-' ? 1 : 0;
    boolean negative = i == 1;
    if (length - i > MAX_PLAIN_DIGITS || i == length) {
      return NOT_A_NUMBER;
    }
    long value = 0;
    int point = -1;
    for (; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        value = value * 10 + (c - '0');
      } else if (c == '.' && point < 0 && i > (negative ? 1 : 0) && i < length - 1) {
        point = i;
      } else {
        return NOT_A_NUMBER;
      }
    }
    int written = point < 0 ? 0 : length - 1 - point;
    if (written > decimals) {
      return TOO_MANY_DECIMALS;
    }
    for (int more = written; more < decimals; more++) {
      value *= 10;
      if (value >= LIMIT) {
        return TOO_LARGE;
      }
    }
    return negative ? -value : value;
  }

  private static long written(String text, int decimals, boolean money) {
    String folded = CellText.hasFullWidth(text) ? CellText.folded(text) : text;
    Optional<BigDecimal> found = new NumberScanner(folded, money).find();
    if (found.isEmpty()) {
      return NOT_A_NUMBER;
    }
    BigDecimal number = found.get();
    if (number.scale() > decimals) {
      return TOO_MANY_DECIMALS;
    }
    BigDecimal unscaled = number.movePointRight(decimals);
    if (unscaled.abs().compareTo(BigDecimal.valueOf(LIMIT)) >= 0) {
      return TOO_LARGE;
    }
    return unscaled.longValueExact();
  }
}
