package dev.partnerops.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimesTest {

  private final Times shanghai = new Times(ZoneId.of("Asia/Shanghai"));

  @ParameterizedTest
  @CsvSource({
    "2020-09-01,2020-09-01", "2020/9/1,2020-09-01", "2020/09/01,2020-09-01", "2020-9-1,2020-09-01",
    "20200901,2020-09-01", "2020年9月1日,2020-09-01", "2020年09月30日,2020-09-30",
        "2024-02-29,2024-02-29",
    "20240229,2024-02-29", "9999-12-31,9999-12-31", "1900-01-01,1900-01-01",
  })
  void readsDays(String text, LocalDate day) {
    assertThat(Days.epochDay(text)).isEqualTo(day.toEpochDay());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-30",
        "2023-02-29",
        "1900-02-29",
        "2020-09-31",
        "0000-00-00",
        "31/12/2024",
        "12/31/2024",
        "2020-13-01",
        "2020-00-10",
        "2020-09-00",
        "44075",
        "2020.9.1",
        "2020-9/1",
        "2020年9月1",
        "2020-09-01x",
        "202009011",
        "1899-12-31",
        "",
        "今天",
        "2020-9",
        "2020-123-1",
      })
  void readsNothingElseAsDay(String text) {
    assertThat(Days.epochDay(text)).isEqualTo(Days.NOT_A_DAY);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-10-31 23:59:59,2020-10-31T15:59:59Z",
    "2020-11-01 00:00:00,2020-10-31T16:00:00Z",
    "2020/2/20 23:59,2020-02-20T15:59:00Z",
    "2020/2/21 0:00,2020-02-20T16:00:00Z",
    "2020-09-01T12:30:15,2020-09-01T04:30:15Z",
    "2020-09-01 12:30:15.999,2020-09-01T04:30:15Z",
    "20200901 12:30,2020-09-01T04:30:00Z",
    "2020年9月1日 12:30,2020-09-01T04:30:00Z",
    "2020-09-01T12:30:15Z,2020-09-01T12:30:15Z",
    "2020-09-01 12:30:15+08:00,2020-09-01T04:30:15Z",
    "2020-09-01 12:30:15 +0800,2020-09-01T04:30:15Z",
    "2020-09-01T12:30+08,2020-09-01T04:30:00Z",
    "2020-09-01T12:30:00.5-05:30,2020-09-01T18:00:00Z",
    "1986-06-01 12:00:00,1986-06-01T03:00:00Z",
    "1960-01-01 00:00:00,1959-12-31T16:00:00Z",
  })
  void readsTimes(String text, Instant instant) {
    assertThat(shanghai.epochSecond(text)).isEqualTo(instant.getEpochSecond());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-09-01 24:00",
        "2020-09-01 24:00:00",
        "2020-09-01 12:60",
        "2020-09-01 12:30:60",
        "2020-09-31 12:00",
        "2024-06-30T23:59:60Z",
        "2020-09-01 12",
        "2020-09-01 1230",
        "2020-09-01 12:3",
        "2020-09-01 12:30 Uhr",
        "2020-09-01  ",
        "2020-09-01T",
        "2020-09-01 12:30:15+8",
        "2020-09-01 12:30:15+19:00",
        "44075.5",
        "12:30",
        "2020-09-01 12:30:15.",
        "2020-09-01_12:30",
      })
  void readsNothingElseAsTime(String text) {
    assertThat(shanghai.epochSecond(text)).isEqualTo(Times.NOT_A_TIME);
  }

  @Test
  void tellsADayFromATime() {
    assertThat(shanghai.epochSecond("2020-09-01")).isEqualTo(Times.ONLY_A_DAY);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-10 01:59:59,2024-03-10T06:59:59Z",
    "2024-03-10 03:00:00,2024-03-10T07:00:00Z",
    "2024-03-09 23:00:00,2024-03-10T04:00:00Z",
    "2024-11-03 00:30:00,2024-11-03T04:30:00Z",
    "2024-11-03 02:00:00,2024-11-03T07:00:00Z",
    "2024-07-01 12:00:00,2024-07-01T16:00:00Z",
  })
  void followsTheZonesChanges(String text, Instant instant) {
    Times newYork = new Times(ZoneId.of("America/New_York"));
    assertThat(newYork.epochSecond(text)).isEqualTo(instant.getEpochSecond());
    assertThat(newYork.epochSecond(text)).isEqualTo(instant.getEpochSecond());
  }

  @Test
  void agreesWithTheCalendarOnEveryDay() {
    LocalDate day = LocalDate.of(1900, 1, 1);
    while (day.getYear() < 2500) {
      assertThat(Days.epochDay(day.toString())).isEqualTo(day.toEpochDay());
      day = day.plusDays(1);
    }
  }

  @Test
  void findsTheDayOfAnInstant() {
    assertThat(shanghai.epochDay(Instant.parse("2020-10-31T15:59:59Z").getEpochSecond()))
        .isEqualTo(LocalDate.of(2020, 10, 31).toEpochDay());
    assertThat(shanghai.epochDay(Instant.parse("2020-10-31T16:00:00Z").getEpochSecond()))
        .isEqualTo(LocalDate.of(2020, 11, 1).toEpochDay());
  }
}
