package dev.partnerops.metrics;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A plain word of a metric header as the value it means: number, percentage, day, flag, else text.
 */
final class Scalar {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?(%)?");

  private Scalar() {}

  static Value read(String word) {
    if (NUMBER.matcher(word).matches()) {
      boolean percent = word.endsWith("%");
      BigDecimal number = new BigDecimal(percent ? word.substring(0, word.length() - 1) : word);
      return new Value.Numeric(Fraction.of(percent ? number.movePointLeft(2) : number));
    }
    if (word.equals("true") || word.equals("false")) {
      return new Value.Flag(word.equals("true"));
    }
    try {
      return new Value.Day(LocalDate.parse(word));
    } catch (DateTimeException notADay) {
      return Value.ofText(word);
    }
  }
}
