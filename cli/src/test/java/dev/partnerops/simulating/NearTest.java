package dev.partnerops.simulating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.Fraction;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearTest {

  private static final Open.Near NEAR = new Open.Near(Fraction.of(5, 100), 3);

  @ParameterizedTest
  @CsvSource({
    "56.99, 60, false",
    "57, 60, true",
    "60, 60, true",
    "63, 60, true",
    "63.01, 60, false",
    "-57, -60, true",
    "-56.99, -60, false",
    "0, 0, false",
  })
  void isNearWithinItsShareOnBothSides(BigDecimal number, BigDecimal threshold, boolean near) {
    assertThat(NEAR.isNear(Fraction.of(number), Fraction.of(threshold))).isEqualTo(near);
  }

  @ParameterizedTest
  @CsvSource({"94999.99, false", "95000, true", "95000.01, true", "100001, true"})
  void reachesALimitFromBelow(BigDecimal number, boolean reaches) {
    assertThat(NEAR.reaches(Fraction.of(number), Fraction.of(100_000))).isEqualTo(reaches);
  }
}
