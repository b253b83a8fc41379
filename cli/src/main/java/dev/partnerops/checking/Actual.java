package dev.partnerops.checking;

import dev.partnerops.deciding.Values;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Metric;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What came out in one place.
 *
 * @param value missing for an empty cell, and where there is no row
 * @param decimals it is printed with, or {@link Metric.Use#AS_IT_IS}
 * @param reasons of the decision it belongs to; empty where there are none
 */
record Actual(Value value, int decimals, String reasons) {

  /** Written numbers with more are compared exactly. */
  private static final int MOST_SHOWN = 12;

  static Actual nothing() {
    return new Actual(Value.missing(), Metric.Use.AS_IT_IS, "");
  }

  static Actual text(String text, String reasons) {
    return new Actual(
        text.isEmpty() ? Value.missing() : Value.ofText(text), Metric.Use.AS_IT_IS, reasons);
  }

  static Actual number(@Nullable Fraction number, int decimals, String reasons) {
    return new Actual(
        number == null ? Value.missing() : new Value.Numeric(number), decimals, reasons);
  }

  /**
   * Whether it is what was expected: the same value, or the same as printed where no more decimals
   * are expected than are printed.
   *
   * @param written decimals of the expectation
   */
  boolean is(Value expected, int written) {
    if (expected.isMissing() || value.isMissing()) {
      return expected.isMissing() && value.isMissing();
    }
    Fraction asked = expected.findNumber().orElse(null);
    Fraction found = value.findNumber().orElse(null);
    if (asked == null || found == null) {
      return Values.text(expected).equals(Values.text(value));
    }
    if (asked.compareTo(found) == 0) {
      return true;
    }
    return decimals != Metric.Use.AS_IT_IS
        && written <= decimals
        && Fraction.of(found.round(decimals)).compareTo(asked) == 0;
  }

  /** As the commands print it, with as many decimals as were expected; absent for nothing. */
  @Nullable Object shown(Value any, int written) {
    int enough =
        decimals == Metric.Use.AS_IT_IS || written > MOST_SHOWN
            ? Metric.Use.AS_IT_IS
            : Math.max(decimals, written);
    return cell(any, enough);
  }

  /** A value as a cell: a number with so many decimals, else a text; absent where it is missing. */
  static @Nullable Object cell(Value value, int decimals) {
    if (value.isMissing()) {
      return null;
    }
    Fraction number = value.findNumber().orElse(null);
    if (number == null || (decimals == Metric.Use.AS_IT_IS && !number.isDecimal())) {
      return Values.text(value);
    }
    return decimals == Metric.Use.AS_IT_IS
        ? new BigDecimal(number.toString())
        : number.round(decimals);
  }
}
