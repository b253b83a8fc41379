package dev.partnerops.explaining;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The values that a measured number can have, by their place: counts are whole, money is whole fen,
 * a rate keeps its denominator and moves its numerator.
 *
 * @param denominator of a rate; absent for plain numbers
 * @param low and {@code high}: places beyond which there is no value; absent: none
 */
record Grid(
    Fraction step,
    @Nullable Fraction denominator,
    @Nullable BigInteger low,
    @Nullable BigInteger high) {

  private static final Fraction FEN = Fraction.of(1, 100);
  private static final Fraction SHARE = Fraction.of(1, 10_000);

  /** Ratings go from 1 to 5 (RULES 39). */
  private static final long BEST_RATING = 5;

  /**
   * The grid of a value that is a number.
   *
   * @param decimals that a numerator is written with: 2 for money
   * @param rating whether it is an average of ratings
   */
  static Grid of(Value value, Unit unit, int decimals, boolean rating) {
    Fraction now = value.findNumber().orElseThrow();
    if (value instanceof Value.Rate(Fraction numerator, Fraction denominator)) {
      boolean isWhole = decimals != 2 && numerator.isWhole();
      Fraction step = isWhole ? Fraction.ONE : FEN;
      Fraction most =
          unit == Unit.RATE
              ? denominator.max(numerator)
              : denominator.times(Fraction.of(BEST_RATING));
      boolean bounded = unit == Unit.RATE || rating;
      return new Grid(
          step, denominator, low(numerator, step), bounded ? most.dividedBy(step).floor() : null);
    }
    Fraction step =
        switch (unit) {
          case COUNT, DAYS, DAY, FLAG -> Fraction.ONE;
          case MONEY, NUMBER -> FEN;
          case RATE -> SHARE;
        };
    boolean isShare = unit == Unit.RATE && now.compareTo(Fraction.ONE) <= 0;
    return new Grid(
        step, null, low(now, step), isShare ? Fraction.ONE.dividedBy(step).floor() : null);
  }

  /** What is not negative does not become so. */
  private static BigInteger low(Fraction now, Fraction step) {
    return now.signum() >= 0 ? BigInteger.ZERO : now.times(Fraction.of(2)).dividedBy(step).floor();
  }

  Value value(BigInteger place) {
    Fraction number = new Fraction(place, BigInteger.ONE).times(step);
    return denominator == null ? new Value.Numeric(number) : new Value.Rate(number, denominator);
  }

  /** The last place that is not above a number. */
  BigInteger floor(Fraction number) {
    return exact(number).floor();
  }

  /** The first place that is not below a number. */
  BigInteger ceiling(Fraction number) {
    return exact(number).negate().floor().negate();
  }

  private Fraction exact(Fraction number) {
    return (denominator == null ? number : number.times(denominator)).dividedBy(step);
  }

  boolean holds(BigInteger place) {
    return (low == null || place.compareTo(low) >= 0)
        && (high == null || place.compareTo(high) <= 0);
  }
}
