package dev.partnerops.model;

/**
 * An amount in whole fen (1/100 yuan); overflow is an {@link ArithmeticException}, never a wrong
 * sum.
 */
public record Money(long fen) implements Comparable<Money> {

  public static final Money ZERO = new Money(0);

  private static final long FEN_OF_YUAN = 100;

  /** The amount rounded half-up to the fen. */
  public static Money rounded(Fraction yuan) {
    return new Money(yuan.round(2).unscaledValue().longValueExact());
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(fen, other.fen));
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(fen, other.fen));
  }

  public Money negate() {
    return new Money(Math.negateExact(fen));
  }

  public int signum() {
    return Long.signum(fen);
  }

  /** This amount in yuan. */
  public Fraction yuan() {
    return Fraction.of(fen, FEN_OF_YUAN);
  }

  public Money min(Money other) {
    return fen <= other.fen ? this : other;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(fen, other.fen);
  }

  /** Yuan with two decimals and no grouping: {@code 1234.50}. */
  @Override
  public String toString() {
    long rest = Math.abs(fen % FEN_OF_YUAN);
    return (fen < 0 ? "-" : "") + Math.abs(fen / FEN_OF_YUAN) + (rest < 10 ? ".0" : ".") + rest;
  }
}
