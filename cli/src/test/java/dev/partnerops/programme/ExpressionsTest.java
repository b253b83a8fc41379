package dev.partnerops.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Value;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpressionsTest {

  private static final String POLICY =
      """
      programme: p
      title: {en: P}
      effective: {from: 2020-10-01}
      entity: merchant
      evaluate: {every: month}
      metrics:
        now: {metric: gmv}
        rank_before: {metric: orders}
        none: {metric: orders, window: previous period}
        gone: {metric: refund_rate}
        good_share: {figure: rate}
        销售额: {metric: net_sales}
        kind: {field: category}
        joined: {field: joined_on}
        applied: {field: applied_on}
        derived:
          expr: >-
            %s
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "now / rank_before - 1 | 7/3",
        "1 / 3 + 1 / 3 + 1 / 3 | 1",
        "now - - 2 | 12",
        "-now * 2 | -20",
        "2 + 3 * 4 | 14",
        "(2 + 3) * 4 | 20",
        "销售额 * 5% | 1.005",
        "1e3 + .5 | 1000.5",
        "now / none | NULL",
        "0 / 0 | NULL",
        "gone + 1 | NULL",
        "COALESCE(gone, now / none, 7) | 7",
        "coalesce(now, gone) | 10",
        "good_share | 3/4",
        "good_share.numerator + good_share.denominator | 7",
        "LEAST(now, 3, 销售额) | 3",
        "GREATEST(now, 3, 销售额) | 20.1",
        "LEAST(now, gone) | NULL",
        "ROUND(2 / 3, 2) | 0.67",
        "ROUND(0.5) | 1",
        "ROUND(-0.5, 0) | -1",
        "ROUND(1.005, 2) | 1.01",
        "ROUND(1250, -2) | 1300",
        "CASE WHEN now > 10 THEN 1 WHEN now >= 10 THEN 2 ELSE 3 END | 2",
        "CASE WHEN gone > 1 THEN 1 ELSE 3 END | 3",
        "CASE WHEN now > 10 THEN 1 END | NULL",
        "CASE kind WHEN 'food' THEN 2 WHEN 'toys' THEN 3 ELSE 4 END | 3",
        "CASE WHEN kind IN ('food', 'toys') AND NOT now BETWEEN 1 AND 9 THEN 1 ELSE 0 END | 1",
        "CASE WHEN gone IS NULL OR gone > 1 THEN 1 ELSE 0 END | 1",
        "CASE WHEN kind IS NOT NULL AND kind <> 'food' THEN 1 ELSE 0 END | 1",
        "CASE WHEN kind NOT IN ('toys') THEN 1 ELSE 0 END | 0",
        "now > 10 | false",
        "now > 10 OR gone > 1 | NULL",
        "now < 10 AND gone > 1 | false",
        "NOT (now = 10.00) | false",
        "now <= 10 | true",
        "now != 10 | false",
        "applied - joined | 30",
        "applied > joined | true",
        "\"rank_before\" + `now` | 13",
      })
  void comesToExactlyThat(String expression, String expected) {
    assertThat(text(value(expression))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "kind + 1 | p.yaml:17: metrics.derived: 'toys' does not go with 1; numbers go with numbers, days with days",
        "joined * 2 | p.yaml:17: metrics.derived: 2020-09-10 does not go with 2; numbers go with numbers, days with days",
        "kind = 1 | p.yaml:17: metrics.derived: 'toys' does not go with 1; numbers go with numbers, days with days",
        "now = TRUE | p.yaml:17: metrics.derived: true does not go with 10; numbers go with numbers, days with days",
      })
  void valuesThatDoNotGoTogetherAreAFault(String expression, String expected) {
    ToolException.Policy fault =
        catchThrowableOfType(ToolException.Policy.class, () -> value(expression));
    assertThat(Said.by(fault)).isEqualTo(expected);
  }

  @Test
  void isWrittenLikeWhatItIsMadeOf() {
    assertThat(use("now * 2").decimals()).isEqualTo(6);
    assertThat(use("ROUND(now / 3, 2)").decimals()).isEqualTo(2);
    assertThat(use("now > 2").decimals()).isEqualTo(Metric.Use.AS_IT_IS);
  }

  private static Metric.Use use(String expression) {
    Metric.Use use =
        ProgrammeReader.read("p.yaml", POLICY.formatted(expression), new Catalogue())
            .metrics()
            .get("derived");
    return Objects.requireNonNull(use);
  }

  private static Value value(String expression) {
    return Expressions.value((Metric.Derived) use(expression).metric(), ExpressionsTest::named);
  }

  private static Value named(String name) {
    return switch (name) {
      case "now" -> Value.of(10);
      case "rank_before", "good_share.numerator" -> Value.of(3);
      case "good_share.denominator" -> Value.of(4);
      case "none" -> Value.of(0);
      case "gone" -> new Value.Rate(Fraction.ZERO, Fraction.ZERO);
      case "good_share" -> new Value.Rate(Fraction.of(3), Fraction.of(4));
      case "销售额" -> new Value.Numeric(Fraction.of(201, 10));
      case "kind" -> Value.ofText("toys");
      case "joined" -> new Value.Day(LocalDate.of(2020, 9, 10));
      case "applied" -> new Value.Day(LocalDate.of(2020, 10, 10));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Missing missing -> "NULL";
      case Value.Numeric(Fraction number) -> number.toString();
      case Value.Rate(Fraction numerator, Fraction denominator) -> numerator + "/" + denominator;
      case Value.Text(String text) -> text;
      case Value.Day(LocalDate day) -> day.toString();
      case Value.Flag(boolean flag) -> Boolean.toString(flag);
    };
  }
}
