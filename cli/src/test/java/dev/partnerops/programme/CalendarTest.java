package dev.partnerops.programme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.Period;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods of {@code evaluate:} (SPEC section 4; RULES 11, 50). */
class CalendarTest {

  private static final Calendar THIRTY_DAYS =
      new Calendar(new Calendar.Every.Days(30, LocalDate.parse("2022-08-26")), 1);
  private static final Calendar CARNIVAL =
      new Calendar(
          new Calendar.Every.Once(LocalDate.parse("2020-10-30"), LocalDate.parse("2020-11-06")), 2);

  @ParameterizedTest
  @CsvSource({
    "2022-08-25, ",
    "2022-08-26, 2022-08-26..2022-09-24",
    "2022-09-24, 2022-08-26..2022-09-24",
    "2022-09-25, 2022-09-25..2022-10-24",
  })
  void countsDaysOnFromTheStart(LocalDate day, String label) {
    assertThat(THIRTY_DAYS.containing(day).map(Period::label))
        .isEqualTo(Optional.ofNullable(label));
  }

  @ParameterizedTest
  @CsvSource({
    "2022-08-01, ",
    "2022-09-23, ",
    "2022-09-24, 2022-08-26..2022-09-24",
    "2022-10-23, 2022-08-26..2022-09-24",
    "2022-10-24, 2022-09-25..2022-10-24",
  })
  void endsAPeriodOfDaysOnItsLast(LocalDate day, String label) {
    assertThat(THIRTY_DAYS.lastEnded(day).map(Period::label)).isEqualTo(Optional.ofNullable(label));
  }

  @ParameterizedTest
  @CsvSource({
    "2020-11-05, ",
    "2020-11-06, 2020-10-30..2020-11-06",
    "2021-01-01, 2020-10-30..2020-11-06"
  })
  void endsOnce(LocalDate day, String label) {
    assertThat(CARNIVAL.lastEnded(day).map(Period::label)).isEqualTo(Optional.ofNullable(label));
  }

  @Test
  void evaluatesOnTheDayAfter() {
    assertThat(CARNIVAL.evaluationDay(CARNIVAL.first().orElseThrow())).isEqualTo("2020-11-08");
  }

  @Test
  void knowsItsOwnPeriods() {
    assertThat(THIRTY_DAYS.has(period("2022-09-25..2022-10-24"))).isTrue();
    assertThat(THIRTY_DAYS.has(period("2022-08-27..2022-09-25"))).isFalse();
    assertThat(THIRTY_DAYS.has(period("2022-09"))).isFalse();
    assertThat(CARNIVAL.has(period("2020-10-30..2020-11-06"))).isTrue();
    assertThat(new Calendar(new Calendar.Every.Each(Period.Unit.WEEK), 1).has(period("2020-W41")))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2022-08-26, 2022-08-26..2022-09-24",
    "2022-08-27, 2022-08-27",
    "2022-08-26..2022-09-24, 2022-08-26..2022-09-24",
  })
  void namesAPeriodOfDaysByItsFirst(String spelled, String meant) {
    assertThat(THIRTY_DAYS.meant(period(spelled)).label()).isEqualTo(meant);
  }

  private static Period period(String text) {
    return Period.parse(text).orElseThrow();
  }
}
