package dev.partnerops.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.dataset.DataSets;
import dev.partnerops.evaluating.OwnPeriods;
import dev.partnerops.metrics.Catalogue;
import dev.partnerops.metrics.CatalogueNames;
import dev.partnerops.model.Period;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.ProgrammeReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a night owes (RULES 11). */
final class DuePeriodsTest {

  private static final String POLICY =
      """
      programme: p
      title: {en: P, zh: 计划}
      edition: %d
      effective: {from: %s, to: %s}
      entity: merchant
      evaluate: {%s}
      when_missing: unmet
      grants: [{benefit: b, title: {en: B, zh: 补贴}, kind: service, eligible: {metric: orders, at_least: 1}}]
      """;

  @ParameterizedTest(name = "{0} as of {1} after {2}: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "every: month,   2020-10-31, 2020-07, 2020-08 2020-09 2020-10",
        "every: month,   2020-10-30, 2020-07, 2020-08 2020-09",
        "every: month,   2020-10-30, 2020-09, ''",
        "every: month,   2020-10-31, -,       2020-10",
        "every: day,     2020-11-02, 2020-10-30, 2020-10-31 2020-11-01 2020-11-02",
        "every: week,    2020-11-01, 2020-W42, 2020-W43 2020-W44",
        "every: quarter, 2021-01-01, 2020-Q2, 2020-Q3 2020-Q4",
        "'every: 30 days, starting: 2020-02-01', 2020-05-01, 2020-02-01..2020-03-01, 2020-03-02..2020-03-31 2020-04",
        "'every: 30 days, starting: 2020-02-01', 2020-02-29, -, ''",
        "every: once,    2020-12-31, -, 2020",
        "every: once,    2021-12-31, 2020, ''",
        "every: once,    2020-12-30, -, ''",
        // The calendar was another one when it was last run.
        "every: day,     2020-11-02, 2020-10, 2020-11-01 2020-11-02",
        // Before the policy was in force nothing is owed.
        "every: month,   2020-02-29, 2019-11, 2020-01 2020-02",
      })
  void periodsSinceTheLastRun(String calendar, String asOf, String last, String due) {
    String to = calendar.contains("once") ? "2020-12-31" : "null";
    List<Programme> editions = List.of(read(POLICY.formatted(1, "2020-01-01", to, calendar)));
    Period run = last == null ? null : Period.parse(last).orElseThrow();
    assertThat(DuePeriods.of(editions, LocalDate.parse(asOf), run))
        .extracting(Period::label)
        .containsExactlyElementsOf(due.isEmpty() ? List.of() : List.of(due.split(" ")));
  }

  /** Its weeks of October would pay the month twice. */
  @Test
  void eachEditionHasItsCalendarWhileItIsInForce() {
    List<Programme> editions =
        List.of(
            read(POLICY.formatted(1, "2020-01-01", "2020-10-31", "every: month")),
            read(POLICY.formatted(2, "2020-11-01", "null", "every: week")));
    assertThat(DuePeriods.of(editions, LocalDate.of(2020, 11, 9), Period.parse("2020-09").get()))
        .extracting(Period::label)
        .containsExactly("2020-10", "2020-W45");
    assertThat(OwnPeriods.has(editions, Period.parse("2020-W43").get())).isFalse();
    assertThat(OwnPeriods.has(editions, Period.parse("2020-11").get())).isFalse();
    assertThat(OwnPeriods.has(editions, Period.parse("2020-10").get())).isTrue();
    assertThat(OwnPeriods.has(editions, Period.parse("2020-W46").get())).isTrue();
  }

  @Test
  void theNewestEditionHasTheCalendar() {
    List<Programme> editions =
        List.of(
            read(POLICY.formatted(1, "2020-01-01", "2020-09-30", "every: month")),
            read(POLICY.formatted(2, "2020-10-01", "null", "every: week")));
    assertThat(DuePeriods.of(editions, LocalDate.of(2020, 10, 12), Period.parse("2020-09").get()))
        .extracting(Period::label)
        .containsExactly("2020-W41");
  }

  private static Programme read(String text) {
    return ProgrammeReader.read(
        "p.yaml", text, new CatalogueNames(new Catalogue(DataSets.shipped(), List.of())));
  }
}
