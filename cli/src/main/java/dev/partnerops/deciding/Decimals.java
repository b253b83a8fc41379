package dev.partnerops.deciding;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Metric;
import java.util.List;

/**
 * How numbers are written in reasons and explanations (RULES 22): money and scores with two
 * decimals, counts whole, others with six, half-up; with more where rounding would hide how a value
 * compares, so that 59.999999 is not written 60.00 beside 60.00.
 */
public final class Decimals {

  /** Of a score, and of the points it is made of. */
  static final int OF_SCORES = 2;

  private static final int OF_OTHERS = 6;

  private Decimals() {}

  /** With how many a value and what it is compared with are written: the usual ones, or more. */
  static int enough(Value value, List<Value> thresholds, int decimals) {
    Fraction number = value.findNumber().orElse(null);
    List<Fraction> others =
        thresholds.stream().flatMap(each -> each.findNumber().stream()).toList();
    int enough = decimals;
    if (decimals == Metric.Use.AS_IT_IS) {
      boolean endless =
          (number != null && !number.isDecimal())
              || others.stream().anyMatch(each -> !each.isDecimal());
      enough = endless ? OF_OTHERS : decimals;
    }
    if (number == null || enough == Metric.Use.AS_IT_IS) {
      return enough;
    }
    for (Fraction other : others) {
      while (hides(number, other, enough)) {
        enough++;
      }
    }
    return enough;
  }

  /** Two numbers that differ do so at some decimal, so that looking for it comes to an end. */
  private static boolean hides(Fraction left, Fraction right, int decimals) {
    return left.round(decimals).compareTo(right.round(decimals)) != left.compareTo(right);
  }

  /** A value with so many decimals; what is no number as it is. */
  public static String text(Value value, int decimals) {
    return decimals == Metric.Use.AS_IT_IS
        ? Values.text(value)
        : value
            .findNumber()
            .map(number -> number.round(decimals).toPlainString())
            .orElseGet(() -> Values.text(value));
  }
}
