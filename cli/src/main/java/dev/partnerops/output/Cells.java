package dev.partnerops.output;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import dev.partnerops.model.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Cells as text (RULES 22): {@code .} decimals, no grouping, fixed decimals by kind, half-up;
 * nothing is empty.
 */
final class Cells {

  /** By decimals. */
  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  /** Such a number times a million fits a long. */
  private static final int SMALL_BITS = 42;

  private Cells() {}

  static String text(@Nullable Object cell, Column.Kind kind) {
    return switch (cell) {
      case null -> "";
      case String text -> text;
      case Money money -> money.toString();
      case Fraction fraction -> decimal(fraction, kind);
      case BigDecimal decimal -> decimal(Fraction.of(decimal), kind);
      case Long whole -> decimal(Fraction.of(whole), kind);
      case Integer whole -> decimal(Fraction.of(whole), kind);
      case LocalDate day -> day.toString();
      case Boolean flag -> flag.toString();
      case Value value -> value(value, kind);
      default -> cell.toString();
    };
  }

  private static String value(Value value, Column.Kind kind) {
    return switch (value) {
      case Value.Missing missing -> "";
      case Value.Numeric(Fraction number) -> decimal(number, kind);
      case Value.Rate rate -> rate.findNumber().map(number -> decimal(number, kind)).orElse("");
      case Value.Text(String text) -> text;
      case Value.Day(LocalDate day) -> day.toString();
      case Value.Flag(boolean flag) -> Boolean.toString(flag);
    };
  }

  private static String decimal(Fraction number, Column.Kind kind) {
    return switch (kind) {
      case MONEY, SCORE -> rounded(number, 2);
      case COUNT -> rounded(number, 0);
      case NUMBER -> rounded(number, 6);
      case TEXT, DAY, FLAG ->
          withoutNegativeZero(new BigDecimal(number.round(6).stripTrailingZeros().toPlainString()));
    };
  }

  /** Nearly all numbers are small, and tables of a million cells have nothing else. */
  private static String rounded(Fraction number, int decimals) {
    long scale = POWERS[decimals];
    if (number.numerator().bitLength() > SMALL_BITS
        || number.denominator().bitLength() > SMALL_BITS) {
      return withoutNegativeZero(number.round(decimals));
    }
    long numerator = Math.abs(number.numerator().longValue()) * scale;
    long denominator = number.denominator().longValue();
    long rounded = numerator / denominator;
    if (numerator % denominator >= denominator - numerator % denominator) {
      rounded++;
    }
    String sign = number.signum() < 0 && rounded > 0 ? "-" : "";
    if (decimals == 0) {
      return sign + rounded;
    }
    String fraction = Long.toString(scale + rounded % scale).substring(1);
    return sign + rounded / scale + '.' + fraction;
  }

  private static String withoutNegativeZero(BigDecimal rounded) {
    BigDecimal positiveZero = rounded.signum() == 0 ? rounded.abs() : rounded;
    return positiveZero.setScale(rounded.scale(), RoundingMode.UNNECESSARY).toPlainString();
  }

  /** Whether the cell holds nothing. */
  static boolean isEmpty(@Nullable Object cell) {
    return cell == null || (cell instanceof Value value && value.isMissing());
  }
}
