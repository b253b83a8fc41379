package dev.partnerops.importing;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One number with commas between groups of three, {@code 万} or {@code 亿}, and for money {@code ¥}
 * before and {@code 元} after it. The scale of what it finds is the number of decimals after
 * conversion.
 */
final class NumberScanner {

  private static final int MAX_DIGITS = 60;

  private final String text;
  private final boolean money;
  private int at;
  private int end;

  NumberScanner(String text, boolean money) {
    this.text = text;
    this.money = money;
    this.end = text.length();
  }

  Optional<BigDecimal> find() {
    boolean negative = skip('-');
    if (money && skip('\u00a5')) {
      while (skip(' ')) {}
      negative |= !negative && skip('-');
    }
    int unit = cutUnit();
    StringBuilder digits = new StringBuilder();
    if (!whole(digits)) {
      return Optional.empty();
    }
    int decimals = 0;
    if (skip('.')) {
      decimals = digits(digits);
      if (decimals == 0) {
        return Optional.empty();
      }
    }
    if (at != end || digits.length() > MAX_DIGITS) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(digits.toString()).scaleByPowerOfTen(unit - decimals);
    BigDecimal scaled = number.scale() < 0 ? number.setScale(0) : number;
    return Optional.of(negative ? scaled.negate() : scaled);
  }

  private boolean skip(char expected) {
    if (at < end && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  /** Cuts the unit off the end; the power of ten it stands for. */
  private int cutUnit() {
    if (money && cut('元')) {
      cut(' ');
    }
    if (cut('万')) {
      return 4;
    }
    return cut('亿') ? 8 : 0;
  }

  private boolean cut(char expected) {
    if (end > at && text.charAt(end - 1) == expected) {
      end--;
      return true;
    }
    return false;
  }

  /** Digits, or one to three of them and groups of three after commas. */
  private boolean whole(StringBuilder digits) {
    int first = digits(digits);
    if (first == 0) {
      return false;
    }
    boolean grouped = false;
    while (skip(',')) {
      grouped = true;
      if (digits(digits) != 3) {
        return false;
      }
    }
    return !grouped || first <= 3;
  }

  private int digits(StringBuilder digits) {
    int start = at;
    while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      digits.append(text.charAt(at++));
    }
    return at - start;
  }
}
