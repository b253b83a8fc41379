package dev.partnerops.metrics;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * One row of data set {@code figures}: what another system says of a subject on a day. Its value is
 * written out, or is numerator / denominator.
 */
record Reported(
    String metric,
    String subject,
    LocalDate day,
    @Nullable Fraction written,
    @Nullable Fraction numerator,
    @Nullable Fraction denominator) {

  /**
   * Its value as that unit; missing where the row has none. A rate keeps its parts, a day is
   * written {@code 20201005}, a flag 0 or 1.
   *
   * @throws ToolException.Policy where the number is none of that unit
   */
  Value value(Unit unit) {
    if (unit == Unit.RATE && numerator != null && denominator != null) {
      return denominator.signum() == 0 ? Value.missing() : new Value.Rate(numerator, denominator);
    }
    Fraction number = number();
    if (number == null) {
      return Value.missing();
    }
    return switch (unit) {
      case RATE, MONEY, COUNT, NUMBER, DAYS -> new Value.Numeric(number);
      case DAY -> day(number);
      case FLAG -> flag(number);
    };
  }

  private @Nullable Fraction number() {
    if (written != null || numerator == null || denominator == null) {
      return written;
    }
    return denominator.signum() == 0 ? null : numerator.dividedBy(denominator);
  }

  private Value day(Fraction number) {
    try {
      return new Value.Day(LocalDate.parse(number.toString(), DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeException notADay) {
      throw notOf(Unit.DAY, number);
    }
  }

  private Value flag(Fraction number) {
    if (number.signum() != 0 && !number.equals(Fraction.ONE)) {
      throw notOf(Unit.FLAG, number);
    }
    return new Value.Flag(!number.numerator().equals(BigInteger.ZERO));
  }

  private ToolException.Policy notOf(Unit unit, Fraction number) {
    return new ToolException.Policy(
        Message.of("metrics.reported.unit", metric, subject, day, number, unit.word()));
  }
}
