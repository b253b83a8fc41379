package dev.partnerops.deciding;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** How values are told alike, ordered and written in reasons. */
public final class Values {

  private Values() {}

  /** As reasons print it: exact, a day as ISO, {@code missing}. */
  public static String text(Value value) {
    return switch (value) {
      case Value.Missing missing -> "missing";
      case Value.Numeric(Fraction number) -> number.toString();
      case Value.Rate rate -> rate.findNumber().map(Fraction::toString).orElse("missing");
      case Value.Text(String text) -> text;
      case Value.Day(LocalDate day) -> day.toString();
      case Value.Flag(boolean flag) -> Boolean.toString(flag);
    };
  }

  /**
   * Whether two values are one. A text and a number are where the text is how the number is
   * written: an id {@code 42} of a data set is text, the same in a policy a number.
   */
  static boolean same(Value left, Value right) {
    Optional<Fraction> a = left.findNumber();
    Optional<Fraction> b = right.findNumber();
    if (a.isPresent() && b.isPresent()) {
      return a.get().compareTo(b.get()) == 0;
    }
    return text(left).equals(text(right));
  }

  /** Sign of the comparison of two numbers or two days; empty for anything else. */
  static OptionalInt compare(Value left, Value right) {
    if (left instanceof Value.Day(LocalDate a) && right instanceof Value.Day(LocalDate b)) {
      return OptionalInt.of(a.compareTo(b));
    }
    Optional<Fraction> a = left.findNumber();
    Optional<Fraction> b = right.findNumber();
    if (a.isPresent() && b.isPresent()) {
      return OptionalInt.of(a.get().compareTo(b.get()));
    }
    return OptionalInt.empty();
  }
}
