package dev.partnerops.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts as text: two decimals, no grouping, exact up to the last fen a long holds. */
final class MoneyTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.00",
    "5, 0.05",
    "-5, -0.05",
    "99, 0.99",
    "100, 1.00",
    "-100, -1.00",
    "-123456, -1234.56",
    "9223372036854775807, 92233720368547758.07",
    "-9223372036854775808, -92233720368547758.08"
  })
  void printsYuan(long fen, String yuan) {
    assertThat(new Money(fen)).hasToString(yuan);
  }
}
