package dev.partnerops.paying;

import dev.partnerops.programme.Grant;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Divides what is left of a limit among claims, exact to the fen (SPEC section 4, RULES 13). */
public final class Allocation {

  private Allocation() {}

  /**
   * What each claim gets, in fen; the sum is never above {@code left}, and is {@code left} where
   * the claims come to more and none is refused.
   *
   * @param left what may be given out; below nought counts as nought
   * @param claims in fen, none below nought, in the order of arrival (of rank for {@code by_rank})
   */
  public static long[] divide(long left, long[] claims, Grant.Limit.WhenShort whenShort) {
    long available = Math.max(0, left);
    BigInteger total = BigInteger.ZERO;
    for (long claim : claims) {
      total = total.add(BigInteger.valueOf(claim));
    }
    if (total.compareTo(BigInteger.valueOf(available)) <= 0) {
      return claims.clone();
    }
    return switch (whenShort) {
      case BY_ARRIVAL, BY_RANK -> inTurn(available, claims, false);
      case REFUSE -> inTurn(available, claims, true);
      case PRO_RATA -> proRata(available, claims, total);
    };
  }

  private static long[] inTurn(long available, long[] claims, boolean whole) {
    long[] shares = new long[claims.length];
    long left = available;
    for (int i = 0; i < claims.length; i++) {
      shares[i] = claims[i] <= left ? claims[i] : whole ? 0 : left;
      left -= shares[i];
    }
    return shares;
  }

  /** Largest remainder; equal remainders go by arrival. */
  private static long[] proRata(long available, long[] claims, BigInteger total) {
    long[] shares = new long[claims.length];
    BigInteger[] remainders = new BigInteger[claims.length];
    long left = available;
    for (int i = 0; i < claims.length; i++) {
      BigInteger[] share =
          BigInteger.valueOf(available)
              .multiply(BigInteger.valueOf(claims[i]))
              .divideAndRemainder(total);
      shares[i] = share[0].longValueExact();
      remainders[i] = share[1];
      left -= shares[i];
    }
    int[] byRemainder =
        IntStream.range(0, claims.length)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    Arrays.stream(byRemainder).limit(left).forEach(i -> shares[i]++);
    return shares;
  }
}
