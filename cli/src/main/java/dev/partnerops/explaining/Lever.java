package dev.partnerops.explaining;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.MetricReference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A measured number that may change by itself: one metric over one window, as one reference of the
 * policy asks for it. The same metric over another window is another number.
 *
 * @param days it was measured over; absent where the window is missing
 * @param grid absent where the value is missing or no number
 * @param numbers that the policy holds it against, ascending
 * @param parts the other references to its numerator, denominator or whole
 */
record Lever(
    MetricReference reference,
    Metric.Use use,
    Value value,
    @Nullable DayRange days,
    Unit unit,
    @Nullable Grid grid,
    List<Fraction> numbers,
    Map<MetricReference, Value> parts) {

  Lever {
    numbers = List.copyOf(numbers);
    parts = Map.copyOf(parts);
  }

  /** What there is of it to move: nothing of a day or a text. */
  boolean isMovable() {
    return switch (value) {
      case Value.Numeric number -> true;
      case Value.Rate rate -> true;
      case Value.Flag flag -> true;
      case Value.Missing missing -> !numbers.isEmpty();
      case Value.Text text -> false;
      case Value.Day day -> false;
    };
  }

  /** Puts the value where it is measured, and what follows from it into its parts. */
  void put(Value to, Map<MetricReference, Value> instead) {
    instead.put(reference, to);
    parts.forEach((other, now) -> {
      Value follows = follows(other, now, to);
      if (follows != null) {
        instead.put(other, follows);
      }
    });
  }

  private @Nullable Value follows(MetricReference other, Value now, Value to) {
    Fraction number = to.findNumber().orElse(null);
    return switch (reference.part()) {
      case WHOLE ->
          to instanceof Value.Rate rate
              ? switch (other.part()) {
                case NUMERATOR -> new Value.Numeric(rate.numerator());
                case DENOMINATOR -> new Value.Numeric(rate.denominator());
                case WHOLE -> null;
              }
              : null;
      case NUMERATOR ->
          number != null && now instanceof Value.Rate rate
              ? new Value.Rate(number, rate.denominator())
              : null;
      case DENOMINATOR ->
          number != null && now instanceof Value.Rate rate
              ? new Value.Rate(rate.numerator(), number)
              : null;
    };
  }
}
