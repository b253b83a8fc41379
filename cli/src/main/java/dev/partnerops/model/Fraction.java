package dev.partnerops.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An exact rational number in lowest terms with a positive denominator; never missing, never
 * rounded but by {@link #round(int)}. Scores, rates and points are fractions, so that 60 meets 60
 * and 59.999… does not (RULES 10, 42).
 */
public record Fraction(BigInteger numerator, BigInteger denominator)
    implements Comparable<Fraction> {

  private static final List<BigInteger> SMALL =
      IntStream.range(0, 1 << (Byte.SIZE - 1)).mapToObj(BigInteger::valueOf).toList();

  /** By decimals. */
  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  /** Such a number times a million fits a long. */
  private static final int SMALL_BITS = 42;

  public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
  public static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

  public Fraction {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("a fraction needs a denominator other than 0");
    }
    if (denominator.signum() < 0) {
      numerator = numerator.negate();
      denominator = denominator.negate();
    }
    if (!denominator.equals(BigInteger.ONE)) {
      BigInteger common = common(numerator, denominator);
      if (!common.equals(BigInteger.ONE)) {
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
      }
      denominator = shared(denominator);
    }
  }

  /** One object for a denominator of yuan, which a million amounts have. */
  private static BigInteger shared(BigInteger denominator) {
    return denominator.bitLength() < Byte.SIZE - 1
        ? SMALL.get(denominator.intValue())
        : denominator;
  }

  public static Fraction of(long whole) {
    return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  public static Fraction of(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  public static Fraction of(BigDecimal decimal) {
    return decimal.scale() <= 0
        ? new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE)
        : new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  public Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Fraction minus(Fraction other) {
    return plus(other.negate());
  }

  public Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * Quotient; {@link ArithmeticException} where {@code other} is 0: ask {@link #signum()} first.
   */
  public Fraction dividedBy(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  public Fraction negate() {
    return new Fraction(numerator.negate(), denominator);
  }

  public int signum() {
    return numerator.signum();
  }

  public boolean isWhole() {
    return denominator.equals(BigInteger.ONE);
  }

  /** Whether its decimals come to an end: 1/8 does, 1/3 does not. */
  public boolean isDecimal() {
    BigInteger rest = denominator.shiftRight(denominator.getLowestSetBit());
    BigInteger five = BigInteger.valueOf(5);
    while (rest.mod(five).signum() == 0) {
      rest = rest.divide(five);
    }
    return rest.equals(BigInteger.ONE);
  }

  /** The greatest whole number not above this one. */
  public BigInteger floor() {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /** Half-up (away from zero at a half) to so many decimals: the only rounding there is. */
  public BigDecimal round(int decimals) {
    if (decimals < POWERS.length
        && numerator.bitLength() <= SMALL_BITS
        && denominator.bitLength() <= SMALL_BITS) {
      return BigDecimal.valueOf(roundSmall(POWERS[decimals]), decimals);
    }
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP);
  }

  /** Nearly all numbers are small, and a table of a million cells rounds each of them. */
  private long roundSmall(long scale) {
    long scaled = Math.abs(numerator.longValue()) * scale;
    long divisor = denominator.longValue();
    long rest = scaled % divisor;
    long rounded = scaled / divisor + (rest >= divisor - rest ? 1 : 0);
    return numerator.signum() < 0 ? -rounded : rounded;
  }

  public Fraction min(Fraction other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Fraction max(Fraction other) {
    return compareTo(other) >= 0 ? this : other;
  }

  @Override
  public int compareTo(Fraction other) {
    if (denominator.equals(other.denominator)) {
      return numerator.compareTo(other.numerator);
    }
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** The exact decimal where there is one, else {@code n/d}: for reasons and explanations. */
  @Override
  public String toString() {
    try {
      BigDecimal exact =
          new BigDecimal(numerator).divide(new BigDecimal(denominator), MathContext.UNLIMITED);
      return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    } catch (ArithmeticException endlessDecimal) {
      return numerator + "/" + denominator;
    }
  }

  /** The greatest common divisor; nearly all numbers fit a long, where it costs a fraction. */
  private static BigInteger common(BigInteger left, BigInteger right) {
    if (left.bitLength() >= Long.SIZE - 1 || right.bitLength() >= Long.SIZE - 1) {
      return left.gcd(right);
    }
    long a = Math.abs(left.longValue());
    long b = right.longValue();
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return BigInteger.valueOf(a);
  }
}
