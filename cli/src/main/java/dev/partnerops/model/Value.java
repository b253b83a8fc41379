package dev.partnerops.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a field or a metric says of one entity: a number, a rate with its own denominator, a text, a
 * day, a flag, or nothing. Money is a number of yuan. 0/0 is missing, neither 0 nor 1 (SPEC section
 * 3, RULES 12).
 */
public sealed interface Value {

  /** Neither zero nor anything else; there is one. */
  enum Missing implements Value {
    MISSING
  }

  /** A count, an amount in yuan, an average, a score. */
  record Numeric(Fraction number) implements Value {

    /** What most of a million merchants sold in most windows: kept once. */
    private static final Numeric NOUGHT = new Numeric(Fraction.ZERO);
  }

  /** A share that keeps its two parts; missing where the denominator is 0. */
  record Rate(Fraction numerator, Fraction denominator) implements Value {}

  record Text(String text) implements Value {}

  record Day(LocalDate day) implements Value {}

  record Flag(boolean flag) implements Value {}

  static Value missing() {
    return Missing.MISSING;
  }

  static Value of(long whole) {
    return whole == 0 ? Numeric.NOUGHT : new Numeric(Fraction.of(whole));
  }

  static Value of(Money money) {
    return money.fen() == 0 ? Numeric.NOUGHT : new Numeric(money.yuan());
  }

  static Value ofText(String text) {
    return new Text(text);
  }

  default boolean isMissing() {
    return switch (this) {
      case Missing missing -> true;
      case Rate rate -> rate.denominator().signum() == 0;
      case Numeric number -> false;
      case Text text -> false;
      case Day day -> false;
      case Flag flag -> false;
    };
  }

  /** The number of a number or of a rate that is not missing; empty for everything else. */
  default Optional<Fraction> findNumber() {
    return switch (this) {
      case Numeric(Fraction number) -> Optional.of(number);
      case Rate(Fraction numerator, Fraction denominator) ->
          denominator.signum() == 0
              ? Optional.empty()
              : Optional.of(numerator.dividedBy(denominator));
      case Missing missing -> Optional.empty();
      case Text text -> Optional.empty();
      case Day day -> Optional.empty();
      case Flag flag -> Optional.empty();
    };
  }

  default Optional<LocalDate> findDay() {
    return this instanceof Day(LocalDate day) ? Optional.of(day) : Optional.empty();
  }

  default Optional<String> findText() {
    return this instanceof Text(String text) ? Optional.of(text) : Optional.empty();
  }
}
