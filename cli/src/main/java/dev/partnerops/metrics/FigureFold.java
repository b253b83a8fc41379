package dev.partnerops.metrics;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import dev.partnerops.programme.MetricReference;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of one entity in its window come to, whatever their order. The latest counts as
 * it is, also where it says nothing; sums, averages and extremes leave such figures out. Rates are
 * summed by their parts and averaged day by day, the least of equal ones is the earlier.
 */
final class FigureFold {

  private final MetricReference.Figure figure;
  private @Nullable Reported chosen;
  private Value chosenValue = Value.missing();
  private Fraction sum = Fraction.ZERO;
  private int values;
  private Fraction numerators = Fraction.ZERO;
  private Fraction denominators = Fraction.ZERO;
  private int withParts;
  private boolean isAlone;

  FigureFold(MetricReference.Figure figure) {
    this.figure = figure;
  }

  void add(Reported row) {
    Value value = row.value(figure.unit());
    if (isBetter(row, value)) {
      chosen = row;
      chosenValue = value;
    }
    Optional<Fraction> number = value.findNumber();
    if (number.isPresent()) {
      sum = sum.plus(number.get());
      values++;
      isAlone |= row.numerator() == null || row.denominator() == null;
    }
    if (row.numerator() != null && row.denominator() != null) {
      numerators = numerators.plus(row.numerator());
      denominators = denominators.plus(row.denominator());
      withParts++;
    }
  }

  private boolean isBetter(Reported row, Value value) {
    Reported best = chosen;
    boolean isEarlier = best != null && row.day().isBefore(best.day());
    return switch (figure.take()) {
      case LATEST -> best == null || !isEarlier;
      case FIRST -> best == null || isEarlier;
      case LEAST, GREATEST -> {
        if (value.isMissing() || best == null) {
          yield !value.isMissing();
        }
        int sign = compare(value, chosenValue);
        boolean isLeast = figure.take() == MetricReference.Take.LEAST;
        yield sign == 0 ? isEarlier : (sign < 0) == isLeast;
      }
      case SUM, AVERAGE -> false;
    };
  }

  private static int compare(Value left, Value right) {
    if (left instanceof Value.Day(LocalDate a) && right instanceof Value.Day(LocalDate b)) {
      return a.compareTo(b);
    }
    return left.findNumber()
        .orElse(Fraction.ZERO)
        .compareTo(right.findNumber().orElse(Fraction.ZERO));
  }

  /** The value, or that part of it; empty where there was nothing to take. */
  Optional<Value> find(MetricReference.Part part) {
    return switch (figure.take()) {
      case LATEST, FIRST, LEAST, GREATEST -> Optional.of(ofChosen(part));
      case SUM -> sum(part);
      case AVERAGE -> average(part);
    };
  }

  private Value ofChosen(MetricReference.Part part) {
    Reported row = chosen;
    if (row == null) {
      return Value.missing();
    }
    return switch (part) {
      case WHOLE -> chosenValue;
      case NUMERATOR -> number(row.numerator());
      case DENOMINATOR -> number(row.denominator());
    };
  }

  private static Value number(@Nullable Fraction number) {
    return number == null ? Value.missing() : new Value.Numeric(number);
  }

  private Optional<Value> sum(MetricReference.Part part) {
    return switch (part) {
      case WHOLE -> {
        if (figure.unit() != Unit.RATE) {
          yield values == 0 ? Optional.empty() : Optional.of(new Value.Numeric(sum));
        }
        // Rates without their parts have no sum.
        boolean isWhole = !isAlone && denominators.signum() != 0;
        yield isWhole ? Optional.of(new Value.Rate(numerators, denominators)) : Optional.empty();
      }
      case NUMERATOR -> Optional.of(new Value.Numeric(numerators));
      case DENOMINATOR -> Optional.of(new Value.Numeric(denominators));
    };
  }

  private Optional<Value> average(MetricReference.Part part) {
    return switch (part) {
      case WHOLE -> mean(sum, values);
      case NUMERATOR -> mean(numerators, withParts);
      case DENOMINATOR -> mean(denominators, withParts);
    };
  }

  private static Optional<Value> mean(Fraction sum, int count) {
    return count == 0
        ? Optional.empty()
        : Optional.of(new Value.Numeric(sum.dividedBy(Fraction.of(count))));
  }
}
