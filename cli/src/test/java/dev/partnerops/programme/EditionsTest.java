package dev.partnerops.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Value;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EditionsTest {

  private static final EntityId M1 = new EntityId("M1");

  @ParameterizedTest
  @CsvSource({"2020-09, ''", "2020-10, 1", "2020-11, 1", "2020-12, 2", "2021-03, 2", "2021-04, ''"})
  void theOneEffectiveOnThePeriodsFirstDay(String period, String edition) {
    assertThat(
            in(
                period,
                edition(1, "{from: 2020-10-01, to: 2020-11-30}", ""),
                edition(2, "{from: 2020-12-01, to: 2021-03-01}", "")))
        .isEqualTo(edition);
  }

  @Test
  void byEvaluationTheDayAfterThePeriodDecides() {
    Programme next = edition(2, "{from: 2020-11-01, by: evaluation}", "");
    assertThat(in("2020-10", next)).isEqualTo("2");
    assertThat(in("2020-09", next)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2020-08-31, 2", "2020-09-01, 1", "2020-10-31, 1", "2020-11-01, 2", "'', 2"})
  void aCohortStaysWithItsEditionForLife(String joined, String edition) {
    Editions editions =
        Editions.inForce(
            List.of(
                edition(2, "{from: 2020-12-01}", ""),
                edition(
                    1,
                    "{from: 2020-09-01, to: 2020-11-30}",
                    "cohort: {field: joined_on, from: 2020-09-01, to: 2020-10-31}")),
            period("2021-06"));
    assertThat(numbers(editions.all())).isEqualTo("1,2");
    assertThat(chosen(editions, joined)).isEqualTo(edition);
  }

  @Test
  void outsideItsCohortAnEditionJudgesNobody() {
    Programme fanxing =
        edition(1, "{from: 2020-09-01}", "cohort: {field: joined_on, from: 2020-09-01}");
    Editions editions = Editions.inForce(List.of(fanxing), period("2020-10"));
    assertThat(chosen(editions, "2019-01-01")).isEmpty();
  }

  @Test
  void twoEffectiveAreRefused() {
    assertThat(fault(edition(1, "{from: 2020-10-01}", ""), edition(2, "{from: 2020-10-01}", "")))
        .isEqualTo(
            "p-2.yaml: editions 1 and 2 of p are both effective for 2020-10 (the other is p-1.yaml);"
                + " end one before the other begins");
  }

  @Test
  void twoOfOneNumberAreRefused() {
    assertThat(
            fault(
                edition(1, "{from: 2020-10-01, to: 2020-10-31}", ""),
                edition(1, "{from: 2020-11-01}", "")))
        .isEqualTo("p-1.yaml: edition 1 of p stands in p-1.yaml too; give it another number");
  }

  @Test
  void twoCohortsOfOneEntityAreRefused() {
    String cohort = "cohort: {field: joined_on, from: 2020-09-01}";
    Editions editions =
        Editions.inForce(
            List.of(
                edition(1, "{from: 2020-09-01}", cohort), edition(2, "{from: 2020-09-01}", cohort)),
            period("2020-10"));
    assertThat(
            Said.by(
                catchThrowableOfType(
                    ToolException.Policy.class, () -> chosen(editions, "2020-09-02"))))
        .isEqualTo(
            "p-2.yaml: M1 is in the cohorts of editions 1 and 2 of p; let the cohorts not overlap");
  }

  private static String in(String period, Programme... editions) {
    return chosen(Editions.inForce(Arrays.asList(editions), period(period)), "2020-01-01");
  }

  private static String chosen(Editions editions, String joined) {
    Value day = joined.isEmpty() ? Value.missing() : new Value.Day(LocalDate.parse(joined));
    Optional<Programme> chosen = editions.of(M1, field -> day);
    return chosen.map(edition -> String.valueOf(edition.edition())).orElse("");
  }

  private static String numbers(List<Programme> editions) {
    return String.join(",", editions.stream().map(e -> String.valueOf(e.edition())).toList());
  }

  private static String fault(Programme... editions) {
    return Said.by(
        catchThrowableOfType(
            ToolException.Policy.class,
            () -> Editions.inForce(Arrays.asList(editions), period("2020-10"))));
  }

  private static Period period(String text) {
    return Period.parse(text).orElseThrow();
  }

  private static Programme edition(int number, String effective, String more) {
    return ProgrammeReader.read(
        "p-" + number + ".yaml",
        """
        programme: p
        title: {en: P}
        edition: %d
        effective: %s
        entity: merchant
        evaluate: {every: month}
        %s
        """
            .formatted(number, effective, more),
        new Catalogue());
  }
}
