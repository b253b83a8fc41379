package dev.partnerops.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {

  private static final List<String> NAMES =
      List.of("net_sales", "gmv", "orders", "buyers", "violations", "severe_violations", "rate");

  @ParameterizedTest
  @CsvSource({
    "net_sale, net_sales",
    "oredrs, orders",
    "gmw, gmv",
    "violation, violations severe_violations",
    "sales, net_sales",
    "at, ''",
    "xyz, ''",
    "quantity, ''",
  })
  void offersWhatIsNearAndWhatHoldsTheWord(String word, String expected) {
    assertThat(String.join(" ", Nearest.to(word, NAMES))).isEqualTo(expected);
  }

  @Test
  void namesThemAllWhereNoneIsNear() {
    assertThat(Nearest.orAll("quantity", List.of("orders", "gmv"))).isEqualTo("gmv, orders");
    assertThat(Nearest.orAll("gmw", List.of("orders", "gmv"))).isEqualTo("gmv");
  }
}
