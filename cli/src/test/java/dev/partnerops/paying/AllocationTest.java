package dev.partnerops.paying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.programme.Grant.Limit.WhenShort;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** SPEC section 4, limits; PROGRAMMES 8. */
class AllocationTest {

  private static long[] fen(String words) {
    return Arrays.stream(words.split(" ")).mapToLong(Long::parseLong).toArray();
  }

  @ParameterizedTest
  @CsvSource({
    "10000, 5000 5000 5000, PRO_RATA, 3334 3333 3333",
    "100000, 40000 40000 40000, BY_ARRIVAL, 40000 40000 20000",
    "100000, 40000 40000 40000, PRO_RATA, 33334 33333 33333",
    "100000, 40000 40000 40000, REFUSE, 40000 40000 0",
    "100000, 70000 40000 30000, REFUSE, 70000 0 30000",
    "120000, 40000 40000 40000, BY_ARRIVAL, 40000 40000 40000",
    "119999, 40000 40000 40000, BY_ARRIVAL, 40000 40000 39999",
    "120001, 40000 40000 40000, PRO_RATA, 40000 40000 40000",
    "0, 1 2, PRO_RATA, 0 0",
    "-5, 1 2, BY_ARRIVAL, 0 0",
    "2, 1 1 1, PRO_RATA, 1 1 0",
    "5, 1 9, PRO_RATA, 1 4",
  })
  void divides(long left, String claims, WhenShort whenShort, String expected) {
    assertThat(Allocation.divide(left, fen(claims), whenShort)).containsExactly(fen(expected));
  }

  @ParameterizedTest
  @EnumSource(WhenShort.class)
  void losesAndInventsNoFen(WhenShort whenShort) {
    Random random = new Random(20201031);
    for (int round = 0; round < 2000; round++) {
      long[] claims = random.longs(1 + random.nextInt(20), 0, 1_000_000).toArray();
      long total = Arrays.stream(claims).sum();
      long left = random.nextLong(0, total + 1000);
      long[] shares = Allocation.divide(left, claims, whenShort);
      long given = Arrays.stream(shares).sum();
      for (int i = 0; i < claims.length; i++) {
        assertThat(shares[i]).isBetween(0L, claims[i]);
      }
      if (whenShort == WhenShort.REFUSE) {
        assertThat(given).isLessThanOrEqualTo(left);
      } else {
        assertThat(given).isEqualTo(Math.min(left, total));
      }
    }
  }

  @Test
  void dividesWithoutOverflow() {
    long huge = Long.MAX_VALUE / 2;
    assertThat(Allocation.divide(huge, new long[] {huge, huge, 2}, WhenShort.PRO_RATA))
        .containsExactly(huge / 2, huge / 2, 1);
  }
}
