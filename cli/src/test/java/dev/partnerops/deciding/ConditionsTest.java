package dev.partnerops.deciding;

import static dev.partnerops.deciding.Policies.age;
import static dev.partnerops.deciding.Policies.all;
import static dev.partnerops.deciding.Policies.any;
import static dev.partnerops.deciding.Policies.at;
import static dev.partnerops.deciding.Policies.compare;
import static dev.partnerops.deciding.Policies.field;
import static dev.partnerops.deciding.Policies.instruments;
import static dev.partnerops.deciding.Policies.met;
import static dev.partnerops.deciding.Policies.metric;
import static dev.partnerops.deciding.Policies.not;
import static dev.partnerops.deciding.Policies.programme;
import static dev.partnerops.deciding.Policies.table;
import static dev.partnerops.deciding.Policies.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerops.model.EntityKind;
import dev.partnerops.model.ToolException;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Condition.Operator;
import dev.partnerops.programme.Condition.WhenMissing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SPEC section 4, Conditions. */
class ConditionsTest {

  private static final Condition MET = field("met", "status", Operator.IS, "active");
  private static final Condition UNMET = field("unmet", "status", Operator.IS, "closed");
  private static final Condition SKIPPED =
      metric("skipped", "stars", WhenMissing.SKIP, Operator.AT_LEAST, "4");

  private static Cases cases(Map<String, Condition> named) {
    return new Cases(
            programme(
                EntityKind.MERCHANT,
                named,
                null,
                instruments(MET, null, Policies.ladder("listed").build(), null),
                Map.of(),
                List.of()))
        .entity("M", "status", "active", "joined_on", "2020-10-02", "followers", "100")
        .metrics("M", "stars", "missing", "orders", "10", "defects", "3/463");
  }

  private static Finding judge(Condition condition) {
    return cases(Map.of("active", MET, "unknown", SKIPPED))
        .judge("2020-10")
        .subjects()
        .getFirst()
        .judge(condition);
  }

  private static Verdict verdict(Condition condition) {
    return judge(condition).verdict();
  }

  @Test
  void aSkippedLeafLeavesItsGroup() {
    assertThat(verdict(all(MET, SKIPPED))).isEqualTo(Verdict.MET);
    assertThat(verdict(all(UNMET, SKIPPED))).isEqualTo(Verdict.UNMET);
    assertThat(verdict(any(UNMET, SKIPPED))).isEqualTo(Verdict.UNMET);
    assertThat(verdict(any(MET, SKIPPED))).isEqualTo(Verdict.MET);
    assertThat(verdict(not(SKIPPED))).isEqualTo(Verdict.SKIPPED);
    assertThat(verdict(met("unknown"))).isEqualTo(Verdict.SKIPPED);
  }

  @Test
  void anEmptyGroupIsSkipped() {
    assertThat(verdict(all())).isEqualTo(Verdict.SKIPPED);
    assertThat(verdict(any())).isEqualTo(Verdict.SKIPPED);
    assertThat(verdict(any(SKIPPED, all(SKIPPED)))).isEqualTo(Verdict.SKIPPED);
  }

  @Test
  void skippedAsAWholeHoldsButIsNotMet() {
    assertThat(judge(all(SKIPPED)).holds()).isTrue();
    assertThat(judge(all(SKIPPED)).isMet()).isFalse();
  }

  @Test
  void countsTheMet() {
    assertThat(verdict(count(2, MET, met("active"), UNMET))).isEqualTo(Verdict.MET);
    assertThat(verdict(count(3, MET, met("active"), UNMET))).isEqualTo(Verdict.UNMET);
    assertThat(verdict(count(1, SKIPPED))).isEqualTo(Verdict.SKIPPED);
    assertThat(Reasons.of(judge(count(3, MET, UNMET)))).isEqualTo("count 1 >= 3");
  }

  private static Condition count(int atLeast, Condition... conditions) {
    return new Condition.Count(
        List.of(conditions),
        compare(Operator.AT_LEAST, Integer.toString(atLeast)),
        at("count"),
        null);
  }

  @ParameterizedTest
  @CsvSource({
    "AT_LEAST, 9, MET",
    "AT_LEAST, 10, MET",
    "AT_LEAST, 10.01, UNMET",
    "MORE_THAN, 9.99, MET",
    "MORE_THAN, 10, UNMET",
    "AT_MOST, 10, MET",
    "AT_MOST, 9.99, UNMET",
    "LESS_THAN, 10.01, MET",
    "LESS_THAN, 10, UNMET",
    "IS, 10.00, MET",
    "IS, 11, UNMET",
    "IS_NOT, 11, MET",
    "IS_NOT, 10, UNMET",
  })
  void comparesBelowAtAndAbove(Operator operator, String threshold, Verdict expected) {
    assertThat(verdict(metric("x", "orders", operator, threshold))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"10, 20, MET", "1, 10, MET", "1, 9.99, UNMET", "10.01, 20, UNMET"})
  void betweenHoldsBothEnds(String from, String to, Verdict expected) {
    assertThat(verdict(metric("x", "orders", Operator.BETWEEN, from, to))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2020-10-02, MET", "2020-10-03, UNMET", "2020-10-01, MET"})
  void fromIsIn(String from, Verdict expected) {
    assertThat(verdict(field("x", "joined_on", Operator.FROM, from))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2020-10-02, MET", "2020-10-01, UNMET", "2020-10-03, MET"})
  void toIsIn(String to, Verdict expected) {
    assertThat(verdict(field("x", "joined_on", Operator.TO, to))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"28, UNMET", "29, MET", "30, MET"})
  void countsAgeFromItsDayAsNoughtToTheEnd(String days, Verdict expected) {
    assertThat(verdict(age("x", "joined_on", Operator.AT_MOST, days))).isEqualTo(expected);
  }

  @Test
  void decidesEbaysDefectsByRateOrCount() {
    assertThat(verdict(metric("rate", "defects", Operator.AT_MOST, "0.5%")))
        .isEqualTo(Verdict.UNMET);
    assertThat(Reasons.of(judge(metric("rate", "defects", Operator.AT_MOST, "0.5%"))))
        .isEqualTo("rate 0.006479 <= 0.005000");
    assertThat(verdict(metric("rate", "defects", Operator.AT_MOST, "0.65%")))
        .isEqualTo(Verdict.MET);
  }

  @Test
  void missingFieldsAreUnmetButForNots() {
    assertThat(verdict(field("x", "region", Operator.IS, "义乌"))).isEqualTo(Verdict.UNMET);
    assertThat(verdict(field("x", "region", Operator.IS_NOT, "义乌"))).isEqualTo(Verdict.MET);
    assertThat(verdict(field("x", "region", Operator.NOT_IN, "义乌"))).isEqualTo(Verdict.MET);
    assertThat(verdict(field("x", "region", Operator.MISSING, "true"))).isEqualTo(Verdict.MET);
    assertThat(verdict(field("x", "region", Operator.MISSING, "false"))).isEqualTo(Verdict.UNMET);
    assertThat(verdict(field("x", "status", Operator.MISSING, "false"))).isEqualTo(Verdict.MET);
    assertThat(verdict(age("x", "closed_on", Operator.AT_LEAST, "0"))).isEqualTo(Verdict.UNMET);
  }

  @Test
  void missingMetricsAreWhatIsWrittenElseWhatTheProgrammeSays() {
    assertThat(verdict(metric("x", "stars", Operator.AT_LEAST, "4"))).isEqualTo(Verdict.UNMET);
    assertThat(verdict(metric("x", "stars", WhenMissing.MET, Operator.AT_LEAST, "4")))
        .isEqualTo(Verdict.MET);
    assertThat(verdict(SKIPPED)).isEqualTo(Verdict.SKIPPED);
    assertThat(verdict(metric("x", "stars", Operator.MISSING, "true"))).isEqualTo(Verdict.MET);
  }

  @Test
  void noneSkipsTheClause() {
    assertThat(verdict(metric("x", "orders", Operator.AT_LEAST, "none")))
        .isEqualTo(Verdict.SKIPPED);
    assertThat(
            verdict(
                metric(
                    "x",
                    "orders",
                    Operator.AT_LEAST,
                    table("status", "active", "none", "else", "99"))))
        .isEqualTo(Verdict.SKIPPED);
  }

  @ParameterizedTest
  @CsvSource({"1, MET", "99, MET", "100, UNMET", "101, UNMET"})
  void readsTablesByTextAndByRunsOfNumbers(String followers, Verdict expected) {
    Condition condition =
        metric(
            "x",
            "orders",
            Operator.AT_LEAST,
            table("followers", "1", "10", "2-99", "10", "100-200", "11"));
    Subject subject =
        cases(Map.of()).entity("M", "followers", followers).judge("2020-10").subjects().getFirst();
    assertThat(subject.judge(condition).verdict()).isEqualTo(expected);
  }

  @Test
  void aTableWithoutRowAndElseIsAFaultOfThePolicy() {
    assertThatThrownBy(
            () -> verdict(metric("x", "orders", Operator.AT_LEAST, table("status", "closed", "1"))))
        .isInstanceOf(ToolException.Policy.class)
        .hasMessageContaining("deciding.table.no_row")
        .hasMessageContaining("test.yaml:");
  }

  @Test
  void aTextIsNotComparedWithANumber() {
    assertThatThrownBy(() -> verdict(field("x", "status", Operator.AT_LEAST, "1")))
        .isInstanceOf(ToolException.Policy.class)
        .hasMessageContaining("deciding.comparison.unlike")
        .hasMessageContaining("test.yaml:");
  }

  @Test
  void readsTheStandingOfAnotherProgramme() {
    Cases cases =
        cases(Map.of())
            .other(
                "M",
                new Recorded(
                    LocalDate.of(2020, 9, 30), "silver", "", null, null, Map.of(), Map.of()),
                "bronze",
                "silver",
                "gold");
    Subject subject = cases.judge("2020-10").subjects().getFirst();
    assertThat(subject.judge(tier("x", "partners", false, "silver")).isMet()).isTrue();
    assertThat(subject.judge(tier("x", "partners", false, "gold", "bronze")).isMet()).isFalse();
    assertThat(subject.judge(tier("x", "partners", true, "bronze")).isMet()).isTrue();
    assertThat(subject.judge(tier("x", "partners", true, "silver")).isMet()).isTrue();
    Finding above = subject.judge(tier("x", "partners", true, "gold"));
    assertThat(above.isMet()).isFalse();
    assertThat(Reasons.of(above)).isEqualTo("x silver >= gold");
  }

  @Test
  void reasonsNameTheLeavesThatDecided() {
    Condition eligible =
        all(
            field("eligible[0]", "status", Operator.IS, "active"),
            any(
                metric("eligible[1].any[0]", "orders", Operator.AT_LEAST, "11"),
                field("eligible[1].any[1]", "followers", Operator.MORE_THAN, "100")));
    assertThat(Reasons.of(judge(eligible)))
        .isEqualTo("eligible[1].any[0] 10 >= 11; eligible[1].any[1] 100 > 100");
    assertThat(Reasons.of(judge(any(eligible, MET)))).isEqualTo("met active = active");
  }
}
