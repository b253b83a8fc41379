package dev.partnerops.programme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.Period;
import dev.partnerops.model.Value;
import java.time.LocalDate;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WindowsTest {

  private static final Function<String, Value> FIELDS =
      name ->
          switch (name) {
            case "joined_on" -> day("2020-09-10");
            case "later_on" -> day("2020-12-01");
            case "leap_on" -> day("2020-02-29");
            default -> Value.missing();
          };

  @ParameterizedTest
  @CsvSource({
    "2020-10, 2020-12-31, period, 2020-10-01..2020-10-31",
    "2020-10, 2020-10-20, period, 2020-10-01..2020-10-20",
    "2020-10, 2020-12-31, previous period, 2020-09-01..2020-09-30",
    "2020-10, 2020-10-20, previous period, 2020-09-01..2020-09-30",
    "2020-Q4, 2020-12-31, previous period, 2020-07-01..2020-09-30",
    "2020-10-31, 2020-12-31, previous period, 2020-10-30..2020-10-30",
    "2020-10, 2020-12-31, last 90 days, 2020-08-03..2020-10-31",
    "2020-10, 2020-10-20, last 90 days, 2020-07-23..2020-10-20",
    "2020-10, 2020-12-31, last 1 day, 2020-10-31..2020-10-31",
    "2020-10, 2020-12-31, last 3 months, 2020-08-01..2020-10-31",
    "2020-10, 2020-10-30, last 3 months, 2020-07-01..2020-09-30",
    "2020-10-15, 2020-12-31, last 3 months, 2020-07-01..2020-09-30",
    "2020-10, 2020-12-31, last 2 weeks, 2020-10-12..2020-10-25",
    "2020-10, 2020-12-31, last 1 quarters, 2020-07-01..2020-09-30",
    "2020-10, 2020-12-31, last 1 years, 2019-01-01..2019-12-31",
    "2020-10-15, 2020-12-31, last 5 months to date, 2020-05-01..2020-10-15",
    "2020-10, 2020-12-31, year to date, 2020-01-01..2020-10-31",
    "2020-11, 2020-12-31, quarter to date, 2020-10-01..2020-11-30",
    "2020-10, 2020-10-20, month to date, 2020-10-01..2020-10-20",
    "2020-10, 2020-12-31, week to date, 2020-10-26..2020-10-31",
    "2020-10, 2020-12-31, lifetime, 0001-01-01..2020-10-31",
    "2020-10, 2020-12-31, since joined_on, 2020-09-10..2020-10-31",
    "2020-10, 2020-12-31, first 90 days from joined_on, 2020-09-10..2020-10-31",
    "2020-12, 2020-12-31, first 90 days from joined_on, 2020-09-10..2020-12-08",
    "2021-10, 2021-12-31, first 1 years from joined_on, 2020-09-10..2021-09-09",
    "2021-10, 2021-12-31, first 1 years from leap_on, 2020-02-29..2021-02-27",
    "2020-10, 2020-12-31, period start - 30 days..period end, 2020-09-01..2020-10-31",
    "2020-10, 2020-12-31, period start..evaluation day, 2020-10-01..2020-11-01",
    "2020-10, 2020-10-31, period start..evaluation day, 2020-10-01..2020-10-31",
    "2021-05, 2021-12-31, period end - 3 months..period end, 2021-02-28..2021-05-31",
    "2020-10, 2020-12-31, joined_on..joined_on + 6 months, 2020-09-10..2020-10-31",
    "2020-10, 2020-12-31, 2020-09-01..2020-09-30, 2020-09-01..2020-09-30",
  })
  void resolves(String period, String asOf, String words, String days) {
    assertThat(resolve(period, asOf, Windows.parse(words).orElseThrow())).isEqualTo(days);
  }

  @Test
  void aFieldAfterTheEndIsAnEmptyWindow() {
    for (String words : new String[] {"since later_on", "first 90 days from later_on"}) {
      assertThat(range("2020-10", "2020-12-31", Windows.parse(words).orElseThrow()).isEmpty())
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"since left_on", "first 90 days from left_on", "left_on..period end"})
  void aMissingFieldIsNoWindow(String words) {
    assertThat(
            Windows.resolve(
                Windows.parse(words).orElseThrow(), context("2020-10", "2020-12-31"), FIELDS))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2020-10, last 30 days, 14 days, 2020-09-18..2020-10-17",
    "2020-10, period, 1 months, 2020-09-01..2020-09-30",
    "2020-11, period, 1 months, 2020-10-01..2020-10-31",
    "2021-02, period, 1 years, 2020-02-01..2020-02-29",
    "2020-Q4, period, 1 periods, 2020-07-01..2020-09-30",
    "2020-10-31, last 3 months, 2 periods, 2020-07-30..2020-10-29",
  })
  void backMovesBothEnds(String period, String words, String back, String days) {
    Window window =
        new Window.Shifted(
            Windows.parse(words).orElseThrow(), WindowWords.length(back).orElseThrow(), null, null);
    assertThat(resolve(period, "2021-12-31", window)).isEqualTo(days);
  }

  @Test
  void isCutAtDates() {
    Window period = new Window.OfPeriod(0);
    LocalDate tenth = LocalDate.of(2020, 10, 10);
    assertThat(resolve("2020-10", "2020-12-31", new Window.Shifted(period, null, tenth, null)))
        .isEqualTo("2020-10-10..2020-10-31");
    assertThat(resolve("2020-10", "2020-12-31", new Window.Shifted(period, null, null, tenth)))
        .isEqualTo("2020-10-01..2020-10-10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "recent", "last 0 days", "last 3 periods", "last 90 days to date",
            "first 2 periods from x",
        "since", "day to date", "last 90", "2020-02-31..2020-03-01", "..", "a..b c"
      })
  void theseAreNoWindows(String words) {
    assertThat(Windows.parse(words)).isEmpty();
  }

  private static String resolve(String period, String asOf, Window window) {
    DayRange range = range(period, asOf, window);
    return range.first() + ".." + range.last();
  }

  private static DayRange range(String period, String asOf, Window window) {
    return Windows.resolve(window, context(period, asOf), FIELDS).orElseThrow();
  }

  private static WindowContext context(String period, String asOf) {
    Period meant = Period.parse(period).orElseThrow();
    return new WindowContext(meant, LocalDate.parse(asOf), meant.last().plusDays(1));
  }

  private static Value day(String day) {
    return new Value.Day(LocalDate.parse(day));
  }
}
