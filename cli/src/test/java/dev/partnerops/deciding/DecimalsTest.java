package dev.partnerops.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecimalsTest {

  private static Value value(String text) {
    String[] parts = text.split("/");
    Fraction first = Policies.number(parts[0]);
    return parts.length == 1
        ? new Value.Numeric(first)
        : new Value.Rate(first, Policies.number(parts[1]));
  }

  private static String written(String left, String right, int decimals) {
    Value value = value(left);
    Value threshold = value(right);
    int enough = Decimals.enough(value, List.of(threshold), decimals);
    return Decimals.text(value, enough) + " " + Decimals.text(threshold, enough);
  }

  @ParameterizedTest
  @CsvSource({
    "18148073/228000, 70, 2, 79.60 70.00",
    "60, 60, 2, 60.00 60.00",
    "59.994, 60, 2, 59.99 60.00",
    "59.995, 60, 2, 59.995 60.000",
    "59.999999, 60, 2, 59.999999 60.000000",
    "60.0000000001, 60, 2, 60.0000000001 60.0000000000",
    "180/3, 60, 2, 60.00 60.00",
    "3, 2, 0, 3 2",
    "5/2, 3, 0, 2.5 3.0",
    "1/15, 0.05, 6, 0.066667 0.050000",
    "1/20, 0.05, 6, 0.050000 0.050000",
    "50000001/1000000000, 0.05, 6, 0.050000001 0.050000000",
    "-0.001, -5, 2, 0.00 -5.00",
    "-0.001, 0, 2, -0.001 0.000",
    "99.5, 50, -1, 99.5 50",
    "1/3, 0.5, -1, 0.333333 0.500000"
  })
  void areAsManyAsTheComparisonNeeds(String value, String threshold, int usual, String written) {
    assertThat(written(value, threshold, usual)).isEqualTo(written);
  }

  @Test
  void areEnoughForEveryThreshold() {
    List<Value> band = List.of(value("10"), value("10.0001"));
    assertThat(Decimals.enough(value("10.00005"), band, 2)).isEqualTo(4 + 1);
  }

  @Test
  void leaveAloneWhatIsNoNumber() {
    assertThat(Decimals.text(Value.ofText("gold"), 2)).isEqualTo("gold");
    assertThat(Decimals.text(Value.missing(), 2)).isEqualTo("missing");
    assertThat(Decimals.enough(Value.missing(), List.of(value("1")), 2)).isEqualTo(2);
    assertThat(Decimals.text(value("7.50"), Metric.Use.AS_IT_IS)).isEqualTo("7.5");
  }
}
