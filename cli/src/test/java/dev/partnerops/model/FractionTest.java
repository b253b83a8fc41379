package dev.partnerops.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FractionTest {

  @Test
  void roundsHalvesAwayFromZero() {
    assertThat(Fraction.of(5, 1000).round(2)).isEqualTo(new BigDecimal("0.01"));
    assertThat(Fraction.of(-5, 1000).round(2)).isEqualTo(new BigDecimal("-0.01"));
    assertThat(Fraction.of(-4, 1000).round(2)).isEqualTo(new BigDecimal("0.00"));
    assertThat(Fraction.of(1, 3).round(6)).isEqualTo(new BigDecimal("0.333333"));
    assertThat(Fraction.of(1, 3).round(9)).isEqualTo(new BigDecimal("0.333333333"));
  }

  /** Small numbers and large ones, on both sides of where arithmetic changes. */
  @Test
  void roundsAsDecimalsAreDivided() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      long numerator = random.nextLong() >> random.nextInt(64);
      long denominator = Math.max(1, random.nextLong() >>> (1 + random.nextInt(63)));
      int decimals = random.nextInt(9);
      assertThat(Fraction.of(numerator, denominator).round(decimals))
          .isEqualTo(
              BigDecimal.valueOf(numerator)
                  .divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP));
    }
  }
}
