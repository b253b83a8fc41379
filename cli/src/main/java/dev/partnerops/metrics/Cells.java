package dev.partnerops.metrics;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a cell of the database is to a policy, and the reverse. */
final class Cells {

  private Cells() {}

  /**
   * The value of a cell; a time is its day in the zone, an empty text is missing like no cell at
   * all.
   */
  static Value value(@Nullable Object cell, ZoneId zone) {
    return switch (cell) {
      case null -> Value.missing();
      case String text -> text.isEmpty() ? Value.missing() : Value.ofText(text);
      case Long whole -> Value.of(whole);
      case BigDecimal decimal -> new Value.Numeric(Fraction.of(decimal));
      case LocalDate day -> new Value.Day(day);
      case OffsetDateTime time -> new Value.Day(time.atZoneSameInstant(zone).toLocalDate());
      case Boolean flag -> new Value.Flag(flag);
      default -> Value.ofText(cell.toString());
    };
  }

  /** What a parameter of a SELECT is bound to; nothing where the value is missing. */
  static @Nullable Object binding(Value value) {
    return switch (value) {
      case Value.Missing missing -> null;
      case Value.Numeric(Fraction number) -> decimal(number);
      case Value.Rate rate -> rate.findNumber().map(Cells::decimal).orElse(null);
      case Value.Text(String text) -> text;
      case Value.Day(LocalDate day) -> day;
      case Value.Flag(boolean flag) -> flag;
    };
  }

  private static Object decimal(Fraction number) {
    if (number.isWhole() && number.numerator().bitLength() < Long.SIZE) {
      return number.numerator().longValueExact();
    }
    BigDecimal rounded = number.round(10).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
