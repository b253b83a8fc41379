package dev.partnerops.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import dev.partnerops.programme.MetricReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of figures as {@code day value numerator denominator}, {@code -} for an empty cell. */
final class FigureFoldTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "latest | count | 1 3 - -, 5 7 - -, 9 2 - - | 2",
        "first | count | 5 7 - -, 1 3 - -, 9 2 - - | 3",
        "sum | count | 1 3 - -, 5 7 - -, 9 - - - | 10",
        "average | count | 1 3 - -, 5 7 - -, 9 1 - -, 11 - - - | 11/3",
        "least | number | 1 3 - -, 5 2.5 - -, 9 - - - | 2.5",
        "greatest | money | 1 3 - -, 5 2.5 - - | 3",
        "latest | number | 1 3 - -, 9 - - - | missing",
        "latest | money | 1 - 10 4 | 2.5",
        "latest | rate | 1 - 3 4, 2 - 9 10 | 0.9 of 9/10",
        "latest | rate | 1 - 3 4, 2 - 0 0 | missing",
        "latest | rate | 1 0.8 - - | 0.8",
        "sum | rate | 1 - 3 4, 2 - 9 10, 3 - 0 0 | 6/7 of 12/14",
        "sum | rate | 1 - 3 4, 2 0.9 - - | nothing",
        "sum | rate | 3 - 0 0 | nothing",
        "average | rate | 1 - 3 4, 2 - 1 4, 3 - 0 0 | 0.5",
        "least | rate | 1 - 3 4, 2 - 6 8, 3 - 9 10 | 0.75 of 3/4",
        "greatest | rate | 1 - 3 4, 2 - 6 8, 3 - 1 10 | 0.75 of 3/4",
        "least | day | 1 20201005 - -, 2 20200930 - - | 2020-09-30",
        "latest | flag | 1 1 - -, 2 0 - - | false",
      })
  void takesWhatThePolicySays(String take, String unit, String rows, String expected) {
    assertThat(text(fold(take, unit, rows).find(MetricReference.Part.WHOLE))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "latest | 1 - 3 4, 2 - 9 10 | 9",
        "latest | 1 - 3 4, 2 0.9 - - | missing",
        "sum | 1 - 3 4, 2 - 9 10 | 12",
        "average | 1 - 3 4, 2 - 9 10 | 6",
        "least | 1 - 3 4, 2 - 9 10 | 3",
      })
  void aRateHasItsNumerator(String take, String rows, String expected) {
    assertThat(text(fold(take, "rate", rows).find(MetricReference.Part.NUMERATOR)))
        .isEqualTo(expected);
  }

  @Test
  void theOrderOfRowsIsNoMatter() {
    for (MetricReference.Take take : MetricReference.Take.values()) {
      List<String> rows = new ArrayList<>(List.of("1 - 3 4", "2 - 6 8", "3 - 9 10", "4 - 0 0"));
      String word = take.word();
      String once = text(fold(word, "rate", rows).find(MetricReference.Part.WHOLE));
      Collections.reverse(rows);
      assertThat(text(fold(word, "rate", rows).find(MetricReference.Part.WHOLE))).isEqualTo(once);
    }
  }

  @Test
  void whatIsNoDayOrFlagIsAFault() {
    assertThatThrownBy(() -> fold("latest", "day", "1 20201399 - -"))
        .isInstanceOfSatisfying(
            ToolException.Policy.class,
            fault ->
                assertThat(Said.by(fault))
                    .isEqualTo(
                        "figures: m of M1 on 2020-10-01 is 20201399, which is no day; a day is"
                            + " written 20201005, a flag 0 or 1"));
    assertThatThrownBy(() -> fold("latest", "flag", "1 2 - -"))
        .isInstanceOf(ToolException.Policy.class);
  }

  private static FigureFold fold(String take, String unit, String rows) {
    return fold(take, unit, List.of(rows.split(", ")));
  }

  private static FigureFold fold(String take, String unit, List<String> rows) {
    FigureFold fold =
        new FigureFold(
            new MetricReference.Figure(
                Unit.find(unit).orElseThrow(),
                MetricReference.Take.valueOf(take.toUpperCase(Locale.ROOT))));
    for (String row : rows) {
      String[] cells = row.split(" ");
      fold.add(
          new Reported(
              "m",
              "M1",
              LocalDate.of(2020, 10, Integer.parseInt(cells[0])),
              number(cells[1]),
              number(cells[2]),
              number(cells[3])));
    }
    return fold;
  }

  private static Fraction number(String cell) {
    return cell.equals("-") ? null : Fraction.of(new BigDecimal(cell));
  }

  private static String text(Optional<Value> found) {
    if (found.isEmpty()) {
      return "nothing";
    }
    return switch (found.get()) {
      case Value.Missing missing -> "missing";
      case Value.Numeric(Fraction number) -> number.toString();
      case Value.Rate(Fraction numerator, Fraction denominator) ->
          numerator.dividedBy(denominator) + " of " + numerator + "/" + denominator;
      case Value.Text(String text) -> text;
      case Value.Day(LocalDate day) -> day.toString();
      case Value.Flag(boolean flag) -> Boolean.toString(flag);
    };
  }
}
