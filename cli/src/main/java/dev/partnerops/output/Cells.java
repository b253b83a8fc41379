package dev.partnerops.output;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import dev.partnerops.model.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Cells as text (RULES 22): {@code .} decimals, no grouping, fixed decimals by kind, half-up;
 * nothing is empty.
 */
final class Cells {

  private Cells() {}

  static String text(@Nullable Object cell, Column.Kind kind) {
    return switch (cell) {
      case null -> "";
      case String text -> text;
      case Money money -> money.toString();
      case Fraction fraction -> decimal(fraction, kind);
      case BigDecimal decimal ->
          kind == Column.Kind.TEXT ? decimal.toPlainString() : decimal(Fraction.of(decimal), kind);
      case Long whole -> whole(whole, kind);
      case Integer whole -> whole(whole, kind);
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

  private static String whole(long number, Column.Kind kind) {
    String digits = Long.toString(number);
    return switch (kind) {
      case MONEY, SCORE -> digits + ".00";
      case NUMBER -> digits + ".000000";
      case COUNT, TEXT, DAY, FLAG -> digits;
    };
  }

  private static String decimal(Fraction number, Column.Kind kind) {
    BigDecimal rounded =
        switch (kind) {
          case MONEY, SCORE -> number.round(2);
          case COUNT -> number.round(0);
          case NUMBER -> number.round(6);
          case TEXT, DAY, FLAG -> number.round(6).stripTrailingZeros();
        };
    return rounded.toPlainString();
  }

  /** Whether the cell is a number, whatever column it stands in: no number is a formula. */
  static boolean isNumber(@Nullable Object cell) {
    return cell instanceof BigDecimal;
  }

  /** Whether the cell holds nothing. */
  static boolean isEmpty(@Nullable Object cell) {
    return cell == null || (cell instanceof Value value && value.isMissing());
  }
}
