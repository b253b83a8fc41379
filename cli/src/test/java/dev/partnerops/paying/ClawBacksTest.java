package dev.partnerops.paying;

import static dev.partnerops.paying.Reckonings.fixed;
import static dev.partnerops.paying.Reckonings.lines;
import static dev.partnerops.paying.Reckonings.money;
import static dev.partnerops.paying.Reckonings.share;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.deciding.Cases;
import dev.partnerops.deciding.Judgement;
import dev.partnerops.deciding.Policies;
import dev.partnerops.deciding.Restoring;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Period;
import dev.partnerops.programme.Condition.Operator;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Grant.Limit.Each;
import dev.partnerops.programme.Grant.Limit.WhenShort;
import dev.partnerops.programme.Length;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claw-backs and expiry: RULES 21, 13. */
class ClawBacksTest {

  private static final Grant.ClawBack WHEN_CLOSED =
      new Grant.ClawBack(
          Policies.field("grants.bonus.claw_back.when", "status", Operator.IS, "closed"),
          null,
          false,
          Policies.at("grants.bonus.claw_back"));

  private final Ledger ledger = new Ledger();

  private static Grant grant(
      List<String> oncePer,
      Grant.Amount amount,
      Grant.@Nullable Expiry expires,
      Grant.Limit... limits) {
    return new Grant(
        "bonus",
        Grant.Kind.CREDIT,
        null,
        null,
        oncePer,
        amount,
        List.of(limits),
        List.of(),
        expires,
        WHEN_CLOSED,
        null,
        Policies.at("grants.bonus"));
  }

  private static Cases cases(Grant grant) {
    return new Cases(Policies.programme(EntityKind.MERCHANT, Policies.paying(null, grant)));
  }

  private Payments pay(Cases cases, String period) {
    return pay(cases, period, List.of());
  }

  /** All that is held is judged. */
  private Payments pay(Cases cases, String period, List<Earlier> earlier) {
    Judgement judgement = cases.judge(period);
    List<Held> held =
        ledger.holdings(Period.parse(period).orElseThrow().first()).stream()
            .flatMap(holding ->
                judgement.subjects().stream()
                    .filter(subject -> subject.candidate().id().equals(holding.id()))
                    .map(subject ->
                        new Held(
                            holding,
                            subject.instruments().findGrant("bonus").orElseThrow(),
                            subject)))
            .toList();
    return Paymaster.pay(new PayInput(List.of(judgement), ledger, earlier, held));
  }

  private Payments book(Cases cases, String period) {
    Payments payments = pay(cases, period);
    ledger.book(Period.parse(period).orElseThrow(), payments);
    return payments;
  }

  @Test
  void takesAllBackOnceAndTheKeyIsTakenForEver() {
    Cases cases =
        cases(grant(List.of("licence"), fixed("200"), null))
            .entity("M1", "status", "active", "licence_no", "L1");
    assertThat(lines(book(cases, "2020-10"))).containsExactly("M1 eligible 200.00");
    cases.entity("M1", "status", "closed").entity("M2", "licence_no", "L1");
    Payments taken = book(cases, "2020-11");
    assertThat(lines(taken))
        .containsExactly(
            "M1 already_granted 0.00", "M2 already_granted 0.00", "M1 clawed_back -200.00");
    GrantDecision clawBack = taken.grants().getLast();
    assertThat(clawBack.reasons())
        .isEqualTo("grants.bonus.claw_back.when closed = closed; entry 0");
    assertThat(clawBack.period()).isEqualTo("2020-10");
    assertThat(clawBack.key()).isEqualTo("test/bonus/licence=licence:L1");
    assertThat(clawBack.adjusts()).isEqualTo(0);
    assertThat(clawBack.holders()).isEqualTo(taken.grants().getLast().holders());
    Payments after = book(cases, "2020-12");
    assertThat(lines(after)).containsExactly("M1 already_granted 0.00", "M2 already_granted 0.00");
    assertThat(after.grants().getFirst().reasons())
        .isEqualTo("grants.bonus.once_per entry 0; grants.bonus.claw_back entry 1");
  }

  @Test
  void whoMeetsNothingKeepsIt() {
    Cases cases =
        cases(grant(List.of("entity"), fixed("200"), null)).entity("M", "status", "active");
    book(cases, "2020-10");
    assertThat(lines(pay(cases, "2020-11"))).containsExactly("M already_granted 0.00");
  }

  @Test
  void eachPeriodIsAGrantOfItsOwn() {
    Cases cases = cases(grant(List.of("entity", "period"), fixed("5"), null)).entity("M");
    book(cases, "2020-10");
    book(cases, "2020-11");
    cases.entity("M", "status", "closed");
    assertThat(lines(book(cases, "2020-12")))
        .containsExactly("M eligible 5.00", "M clawed_back -5.00", "M clawed_back -5.00");
    assertThat(lines(pay(cases, "2021-01")))
        .as("what December granted")
        .containsExactly("M eligible 5.00", "M clawed_back -5.00");
  }

  @Test
  void whatIsGivenBackIsFreeForLaterRuns() {
    Cases cases =
        cases(
                grant(
                    List.of("entity"),
                    fixed("200"),
                    null,
                    Policies.limit("programme", Each.LIFETIME, "200", WhenShort.BY_ARRIVAL)))
            .entity("M1", "joined_on", "2020-09-01")
            .entity("M2", "joined_on", "2020-09-02");
    assertThat(lines(book(cases, "2020-10")))
        .containsExactly("M1 eligible 200.00", "M2 exhausted 0.00");
    cases.entity("M1", "status", "closed");
    assertThat(lines(book(cases, "2020-11")))
        .containsExactly("M1 already_granted 0.00", "M2 exhausted 0.00", "M1 clawed_back -200.00");
    assertThat(lines(pay(cases, "2020-12")))
        .containsExactly("M1 already_granted 0.00", "M2 eligible 200.00");
  }

  @Test
  void nothingIsReckonedAgainUnderItsKey() {
    Cases cases =
        cases(grant(List.of("entity", "period"), share("10%", "sales", null, null), null))
            .metrics("M", "sales", "100");
    Payments october = book(cases, "2020-10");
    Judgement then = cases.metrics("M", "sales", "300").judge("2020-10");
    List<Earlier> earlier =
        List.of(
            new Earlier(
                1,
                Period.parse("2020-10").orElseThrow(),
                Restoring.subjects(then.input(), then.decisions()),
                october.grants()));
    assertThat(lines(pay(cases, "2020-11", earlier)))
        .as("20.00 more are due for October")
        .containsExactly("M eligible 30.00", "M eligible 20.00");
    cases.entity("M", "status", "closed");
    Payments taken = pay(cases, "2020-11", earlier);
    assertThat(lines(taken)).containsExactly("M eligible 30.00", "M clawed_back -10.00");
    ledger.book(Period.parse("2020-11").orElseThrow(), taken);
    cases.entity("M", "status", "active");
    assertThat(lines(pay(cases, "2020-12", earlier))).containsExactly("M eligible 30.00");
  }

  @ParameterizedTest
  @CsvSource({
    "1500, eligible 50.00", // 150.00 less the 100.00 that were granted, though taken back
    "1000, eligible 0.00",
    "800, eligible 0.00", // no more can be taken back than is left: nothing
  })
  void ofCumulativeBandsWhatWasTakenBackIsNotDueAgain(String sales, String expected) {
    Grant.Amount bands =
        new Grant.Amount.Banded(
            List.of(Policies.band(null, Policies.of("10%"))),
            Policies.metric("sales"),
            true,
            null,
            null);
    Cases cases =
        cases(grant(List.of("entity", "period"), bands, null)).metrics("M", "sales", "1000");
    assertThat(lines(book(cases, "2020-10"))).containsExactly("M eligible 100.00");
    cases.entity("M", "status", "closed").metrics("M", "sales", sales);
    assertThat(lines(pay(cases, "2020-11")))
        .as("in the run that takes it back")
        .containsExactly("M " + expected, "M clawed_back -100.00");
    cases.metrics("M", "sales", "1000");
    book(cases, "2020-11");
    cases.entity("M", "status", "active").metrics("M", "sales", sales);
    assertThat(lines(pay(cases, "2020-12"))).containsExactly("M " + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "90, DAYS, 2021-01-28, true",
    "90, DAYS, 2021-01-29, true",
    "90, DAYS, 2021-01-30, false",
    "1, MONTHS, 2020-11-30, true",
    "1, MONTHS, 2020-12-01, false",
    "2, WEEKS, 2020-11-14, true",
    "2, WEEKS, 2020-11-15, false",
    "1, QUARTERS, 2021-01-31, true",
    "1, QUARTERS, 2021-02-01, false",
    "1, YEARS, 2021-10-31, true",
    "1, YEARS, 2021-11-01, false",
  })
  void isJudgedUntilItsTimeIsOver(int count, Length.Unit unit, LocalDate end, boolean judged) {
    Grant.ClawBack clawBack =
        new Grant.ClawBack(
            WHEN_CLOSED.when(), new Length(count, unit), false, WHEN_CLOSED.clause());
    assertThat(clawBack.isJudged(LocalDate.of(2020, 10, 31), end)).isEqualTo(judged);
  }

  private static Grant.Expiry expiry(int days, @Nullable String from) {
    return new Grant.Expiry(
        new Length(days, Length.Unit.DAYS), from, Policies.at("grants.bonus.expires"));
  }

  @Test
  void whatIsGrantedExpiresFromTheLastDayOfItsPeriodOn() {
    Cases cases = cases(grant(List.of("entity"), fixed("200"), expiry(90, null))).entity("M");
    assertThat(book(cases, "2020-10").grants().getFirst().expiresOn()).isEqualTo("2021-01-29");
    assertThat(pay(cases, "2020-11").grants().getFirst().expiresOn())
        .as("already granted: nothing new expires")
        .isNull();
    cases.entity("M", "status", "closed");
    assertThat(pay(cases, "2020-11").grants().getLast().expiresOn()).isNull();
  }

  @Test
  void itExpiresFromAFieldAndNeverWhereThatIsEmpty() {
    Cases cases =
        cases(grant(List.of("entity"), fixed("200"), expiry(30, "joined_on")))
            .entity("M1", "joined_on", "2020-09-10")
            .entity("M2");
    assertThat(pay(cases, "2020-10").grants())
        .extracting(GrantDecision::expiresOn)
        .containsExactly(LocalDate.of(2020, 10, 10), null);
  }

  @Test
  void whatIsExhaustedOrTakenBackDoesNotExpire() {
    Cases cases =
        cases(
                grant(
                    List.of("entity", "period"),
                    share("10%", "sales", null, null),
                    expiry(90, null),
                    Policies.limit("programme", Each.LIFETIME, "10", WhenShort.BY_ARRIVAL)))
            .metrics("M1", "sales", "100")
            .metrics("M2", "sales", "100")
            .metrics("M3", "sales", "0");
    Payments payments = pay(cases, "2020-10");
    assertThat(lines(payments))
        .containsExactly("M1 eligible 10.00", "M2 exhausted 0.00", "M3 eligible 0.00");
    assertThat(payments.grants())
        .extracting(GrantDecision::expiresOn)
        .containsExactly(LocalDate.of(2021, 1, 29), null, null);
    assertThat(payments.grants().getFirst().amount()).isEqualTo(money("10"));
  }
}
