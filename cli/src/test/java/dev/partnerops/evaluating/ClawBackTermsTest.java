package dev.partnerops.evaluating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.dataset.DataSets;
import dev.partnerops.deciding.Evaluation;
import dev.partnerops.metrics.Catalogue;
import dev.partnerops.metrics.CatalogueNames;
import dev.partnerops.metrics.SqlMetrics;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Money;
import dev.partnerops.model.Period;
import dev.partnerops.model.Value;
import dev.partnerops.paying.Holding;
import dev.partnerops.programme.Editions;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.MetricNames;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.ProgrammeReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which policy a holding is judged (RULES 19, 21). */
final class ClawBackTermsTest {

  private static final MetricNames NAMES =
      new CatalogueNames(new Catalogue(DataSets.shipped(), SqlMetrics.shipped()));

  private static final String PENDING = "{when: {field: status, is: closed}, within: 90 days}";
  private static final String UNLIMITED =
      "{when: {field: status, is: suspended}, within: 90 days, limit: unlimited}";

  private static final Programme FIRST =
      edition(
          1, "{from: 2020-10-01, to: 2020-10-31}", "", grant("b", PENDING), grant("c", PENDING));

  private static Programme edition(int number, String effective, String cohort, String... grants) {
    String text =
        """
        programme: p
        title: {en: P}
        edition: %d
        effective: %s
        %s
        entity: merchant
        evaluate: {every: month}
        grants:
        %s
        """
            .formatted(number, effective, cohort, String.join("\n", grants));
    return ProgrammeReader.read("p" + number + ".yaml", text, NAMES);
  }

  private static String grant(String benefit, String clawBack) {
    return "  - {benefit: %s, kind: credit, amount: 5%s}"
        .formatted(benefit, clawBack.isEmpty() ? "" : ", claw_back: " + clawBack);
  }

  private static Holding holding(String benefit) {
    return new Holding(
        7,
        1,
        LocalDate.of(2020, 10, 31),
        "p/" + benefit,
        benefit,
        Grant.Kind.CREDIT,
        EntityKind.MERCHANT,
        new EntityId("M1"),
        "merchant:M1",
        "2020-10",
        new Money(500),
        Map.of(),
        "");
  }

  /** The edition whose claw-back judges M1, which joined on 2020-09-10; 0 where none does. */
  private static int judging(
      List<Programme> editions, String benefit, String period, Predicate<Holding> isPaidOut) {
    Period judged = Period.parse(period).orElseThrow();
    ClawBackTerms terms =
        new ClawBackTerms(Editions.inForce(editions, judged), run -> List.of(FIRST), isPaidOut);
    Optional<ClawBackTerms.Terms> found =
        terms.find(
            holding(benefit),
            new Evaluation(judged, judged.last(), judged.last().plusDays(1)),
            field ->
                field.equals("joined_on")
                    ? new Value.Day(LocalDate.of(2020, 9, 10))
                    : Value.missing());
    return found.map(each -> each.edition().edition()).orElse(0);
  }

  private static int judging(List<Programme> editions, String benefit) {
    return judging(editions, benefit, "2020-11", holding -> false);
  }

  @Test
  void theEditionInForceSaysWhen() {
    Programme second = edition(2, "{from: 2020-11-01}", "", grant("b", UNLIMITED));
    assertThat(judging(List.of(FIRST, second), "b")).isEqualTo(2);
  }

  @Test
  void anEditionInForceWithoutOneGivesItUp() {
    Programme second = edition(2, "{from: 2020-11-01}", "", grant("b", ""));
    assertThat(judging(List.of(FIRST, second), "b")).isZero();
  }

  @Test
  void ofABenefitThatHasEndedTheEditionThatGrantedItSaysWhen() {
    Programme second = edition(2, "{from: 2020-11-01}", "", grant("b", PENDING));
    assertThat(judging(List.of(FIRST, second), "c")).isEqualTo(1);
  }

  @Test
  void theEditionOfItsCohortComesFirst() {
    Programme cohort =
        edition(
            2,
            "{from: 2020-11-01}",
            "cohort: {field: joined_on, from: 2020-09-01, to: 2020-09-30}",
            grant("b", PENDING));
    Programme others = edition(3, "{from: 2020-11-01}", "", grant("b", PENDING));
    assertThat(judging(List.of(FIRST, cohort, others), "b")).isEqualTo(2);
  }

  @Test
  void whoIsInNoCohortIsJudgedByTheNewest() {
    Programme cohort =
        edition(
            2,
            "{from: 2020-11-01}",
            "cohort: {field: joined_on, from: 2020-10-01, to: 2020-10-31}",
            grant("b", PENDING));
    assertThat(judging(List.of(FIRST, cohort), "b")).isEqualTo(2);
  }

  @Test
  void aProgrammeAboutOtherEntitiesJudgesNobody() {
    String text =
        "programme: p\ntitle: {en: P}\nedition: 2\neffective: {from: 2020-11-01}\n"
            + "entity: leader\nevaluate: {every: month}\ngrants:\n"
            + grant("b", PENDING);
    assertThat(judging(List.of(FIRST, ProgrammeReader.read("p2.yaml", text, NAMES)), "b")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"PENDING, false, 2", "PENDING, true, 0", "UNLIMITED, true, 2"})
  void whatIsPaidOutIsLeftUnlessItIsUnlimited(String limit, boolean isPaidOut, int judging) {
    String clawBack = limit.equals("PENDING") ? PENDING : UNLIMITED;
    Programme second = edition(2, "{from: 2020-11-01}", "", grant("b", clawBack));
    assertThat(judging(List.of(FIRST, second), "b", "2020-11", holding -> isPaidOut))
        .isEqualTo(judging);
  }

  @ParameterizedTest
  @CsvSource({"2020-12, 2", "2021-01-01..2021-01-29, 2", "2021-01-01..2021-01-30, 0"})
  void itIsJudgedUntilItsTimeIsOver(String period, int judging) {
    Programme second = edition(2, "{from: 2020-11-01}", "", grant("b", PENDING));
    assertThat(judging(List.of(FIRST, second), "b", period, holding -> false)).isEqualTo(judging);
  }
}
