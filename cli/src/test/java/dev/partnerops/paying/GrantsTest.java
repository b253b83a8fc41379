package dev.partnerops.paying;

import static dev.partnerops.paying.Reckonings.book;
import static dev.partnerops.paying.Reckonings.fixed;
import static dev.partnerops.paying.Reckonings.grant;
import static dev.partnerops.paying.Reckonings.lines;
import static dev.partnerops.paying.Reckonings.pay;
import static dev.partnerops.paying.Reckonings.share;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.deciding.Cases;
import dev.partnerops.deciding.Policies;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Money;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Condition.Operator;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Grant.Limit;
import dev.partnerops.programme.Grant.Limit.Each;
import dev.partnerops.programme.Grant.Limit.WhenShort;
import dev.partnerops.programme.Instruments;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grants: SPEC section 4; RULES 3, 13, 18, 45 to 47. */
class GrantsTest {

  private static Cases cases(Grant... grants) {
    return new Cases(Policies.programme(EntityKind.MERCHANT, Policies.paying(null, grants)));
  }

  private static Cases cases(List<Limit> limits, Grant... grants) {
    return new Cases(
        Policies.programme(
            EntityKind.MERCHANT, Map.of(), null, Policies.paying(null, grants), Map.of(), limits));
  }

  private static Limit budget(String atMost, WhenShort whenShort) {
    return Policies.limit("programme", Each.LIFETIME, atMost, whenShort);
  }

  private static Cases three(Cases cases) {
    return cases
        .entity("A", "joined_on", "2020-09-03")
        .entity("B", "joined_on", "2020-09-01")
        .entity("C", "joined_on", "2020-09-02");
  }

  private static Grant welcome() {
    return grant(
        "welcome-credit",
        Policies.field("grants.welcome-credit.eligible", "status", Operator.IS, "active"),
        List.of("licence"),
        fixed("200"));
  }

  @Test
  void givesOneCreditALicenceToTheFirstByArrival() {
    Cases cases =
        cases(welcome())
            .entity("M1", "status", "active", "licence_no", "L1", "joined_on", "2020-09-11")
            .entity("M2", "status", "active", "licence_no", "L1", "joined_on", "2020-09-10")
            .entity("M3", "status", "active", "joined_on", "2020-09-12")
            .entity("M4", "status", "closed", "joined_on", "2020-09-12");
    Ledger ledger = new Ledger();
    Payments first = book(cases, "2020-10", ledger);
    assertThat(lines(first))
        .containsExactly(
            "M1 already_granted 0.00",
            "M2 eligible 200.00",
            "M3 eligible 200.00",
            "M4 ineligible 0.00");
    assertThat(first.grants().get(0).reasons())
        .isEqualTo("grants.welcome-credit.once_per merchant:M2");
    assertThat(first.grants().get(1).key()).isEqualTo("test/welcome-credit/licence=licence:L1");
    assertThat(first.grants().get(2).key()).isEqualTo("test/welcome-credit/licence=merchant:M3");
    assertThat(first.grants().get(3).reasons())
        .isEqualTo("grants.welcome-credit.eligible closed = active");
    Payments again = pay(cases, "2020-11", ledger);
    assertThat(lines(again))
        .containsExactly(
            "M1 already_granted 0.00",
            "M2 already_granted 0.00",
            "M3 already_granted 0.00",
            "M4 ineligible 0.00");
    assertThat(again.grants().get(1).reasons()).isEqualTo("grants.welcome-credit.once_per entry 0");
  }

  @Test
  void aPeriodInTheKeyGrantsAgainNextPeriod() {
    Cases cases = cases(grant("bonus", fixed("5"))).entity("M");
    Ledger ledger = new Ledger();
    book(cases, "2020-10", ledger);
    assertThat(lines(pay(cases, "2020-10", ledger))).containsExactly("M already_granted 0.00");
    assertThat(lines(pay(cases, "2020-11", ledger))).containsExactly("M eligible 5.00");
  }

  @Test
  void aMonthInTheKeyIsThatOfThePeriodsLastDay() {
    Cases cases = cases(grant("bonus", null, List.of("entity", "month"), fixed("5"))).entity("M");
    Ledger ledger = new Ledger();
    assertThat(book(cases, "2020-W40", ledger).grants().getFirst().key())
        .as("Monday 28 September to Sunday 4 October")
        .isEqualTo("test/bonus/entity=merchant:M/month=2020-10");
    assertThat(lines(pay(cases, "2020-W41", ledger))).containsExactly("M already_granted 0.00");
  }

  @ParameterizedTest
  @CsvSource({
    "1000, eligible 20.00",
    "2499.99, eligible 50.00",
    "1, eligible 20.00",
    "3000, eligible 60.00",
    "9999999, eligible 100.00",
    "-1, eligible 0.00",
    "missing, ineligible 0.00",
  })
  void boundsARateAndNeverGoesBelowNought(String sales, String expected) {
    Cases cases =
        cases(grant("rebate", share("2%", "sales", "20", "100"))).metrics("M", "sales", sales);
    assertThat(lines(pay(cases, "2020-10", Booked.NOTHING))).containsExactly("M " + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "5000, 0.00",
    "5000.01, 0.00",
    "5000.17, 0.01",
    "50000, 1350.00",
    "50000.20, 1350.01",
    "60000, 1850.00"
  })
  void bandsAreMarginal(String spend, String expected) {
    Grant.Amount bands =
        new Grant.Amount.Banded(
            List.of(
                Policies.band("5000", Policies.of("0%")),
                Policies.band("50000", Policies.of("3%")),
                Policies.band(null, Policies.of("5%"))),
            Policies.metric("spend"),
            false,
            null,
            null);
    Cases cases = cases(grant("rebate", bands)).metrics("M", "spend", spend);
    assertThat(pay(cases, "2020-10", Booked.NOTHING).grants().getFirst().amount())
        .isEqualTo(Reckonings.money(expected));
  }

  @Test
  void cumulativeBandsAreLessWhatWasGranted() {
    Grant.Amount bands =
        new Grant.Amount.Banded(
            List.of(
                Policies.band("50000", Policies.of("10%")),
                Policies.band("1000000", Policies.of("5%"))),
            Policies.metric("sales"),
            true,
            null,
            null);
    Cases cases = cases(grant("bonus", bands)).metrics("M", "sales", "49999");
    Ledger ledger = new Ledger();
    assertThat(lines(book(cases, "2020-10", ledger))).containsExactly("M eligible 4999.90");
    cases.metrics("M", "sales", "60000");
    assertThat(lines(book(cases, "2020-11", ledger))).containsExactly("M eligible 500.10");
    cases.metrics("M", "sales", "59000");
    assertThat(lines(book(cases, "2020-12", ledger))).containsExactly("M clawed_back -50.00");
    cases.metrics("M", "sales", "1200000");
    assertThat(lines(book(cases, "2021-01", ledger))).containsExactly("M eligible 47050.00");
  }

  @Test
  void aRateUnderOneKeyIsDueLessBooked() {
    Cases cases =
        cases(grant("share", null, List.of("entity"), share("10%", "sales", null, null)))
            .metrics("M", "sales", "100");
    Ledger ledger = new Ledger();
    assertThat(lines(book(cases, "2020-10", ledger))).containsExactly("M eligible 10.00");
    assertThat(lines(pay(cases, "2020-11", ledger))).containsExactly("M already_granted 0.00");
    cases.metrics("M", "sales", "150");
    assertThat(lines(book(cases, "2020-11", ledger))).containsExactly("M eligible 5.00");
    cases.metrics("M", "sales", "120");
    assertThat(lines(book(cases, "2020-12", ledger))).containsExactly("M clawed_back -3.00");
    assertThat(lines(pay(cases, "2021-01", ledger))).containsExactly("M already_granted 0.00");
  }

  @Test
  void whatALimitCutFallsOnlyBelowWhatWasBooked() {
    Cases cases =
        cases(
                grant(
                    "share",
                    null,
                    List.of("entity"),
                    share("100%", "sales", null, null),
                    Policies.limit("programme", Each.PERIOD, "60", WhenShort.BY_ARRIVAL)))
            .metrics("M", "sales", "100");
    Ledger ledger = new Ledger();
    assertThat(lines(book(cases, "2020-10", ledger))).containsExactly("M eligible 60.00");
    cases.metrics("M", "sales", "70");
    assertThat(lines(pay(cases, "2020-11", ledger))).containsExactly("M already_granted 0.00");
    cases.metrics("M", "sales", "110");
    assertThat(lines(pay(cases, "2020-11", ledger))).containsExactly("M eligible 10.00");
    cases.metrics("M", "sales", "55");
    assertThat(lines(pay(cases, "2020-11", ledger))).containsExactly("M clawed_back -5.00");
  }

  @ParameterizedTest
  @CsvSource({
    "BY_ARRIVAL, 'A eligible 200.00, B eligible 400.00, C eligible 400.00'",
    "PRO_RATA, 'A eligible 333.33, B eligible 333.34, C eligible 333.33'",
    "REFUSE, 'A exhausted 0.00, B eligible 400.00, C eligible 400.00'",
    "BY_RANK, 'A eligible 200.00, B eligible 400.00, C eligible 400.00'",
  })
  void dividesABudgetOfAThousand(WhenShort whenShort, String expected) {
    Grant own = grant("bonus", fixed("400"), budget("1000", whenShort));
    Grant unlimited = grant("bonus", fixed("400"));
    List<String> lines = List.of(expected.split(", "));
    assertThat(lines(pay(three(cases(own)), "2020-10", Booked.NOTHING))).isEqualTo(lines);
    assertThat(
            lines(
                pay(
                    three(cases(List.of(budget("1000", whenShort)), unlimited)),
                    "2020-10",
                    Booked.NOTHING)))
        .as("the programme's budget")
        .isEqualTo(lines);
  }

  @Test
  void namesTheLimitThatCut() {
    Cases cases = three(cases(grant("bonus", fixed("400"), budget("400", WhenShort.BY_ARRIVAL))));
    assertThat(pay(cases, "2020-10", Booked.NOTHING).grants())
        .extracting(GrantDecision::reasons)
        .containsExactly("limits[0] 1200.00 <= 400.00", "", "limits[0] 1200.00 <= 400.00");
  }

  @Test
  void anEmptyDayArrivesLast() {
    Cases cases =
        cases(grant("bonus", fixed("400"), budget("400", WhenShort.BY_ARRIVAL)))
            .entity("A")
            .entity("B", "joined_on", "2020-10-31");
    assertThat(lines(pay(cases, "2020-10", Booked.NOTHING)))
        .containsExactly("A exhausted 0.00", "B eligible 400.00");
  }

  @Test
  void countsWhatIsBookedInTheSpan() {
    Limit monthly = Policies.limit("entity", Each.MONTH, "7", WhenShort.BY_ARRIVAL);
    Cases cases = cases(grant("bonus", fixed("5"), monthly)).entity("M").entity("N");
    Ledger ledger = new Ledger();
    book(cases, "2020-10-05", ledger);
    assertThat(lines(book(cases, "2020-10-06", ledger)))
        .containsExactly("M eligible 2.00", "N eligible 2.00");
    assertThat(lines(book(cases, "2020-10-07", ledger)))
        .containsExactly("M exhausted 0.00", "N exhausted 0.00");
    assertThat(lines(book(cases, "2020-11-01", ledger)))
        .containsExactly("M eligible 5.00", "N eligible 5.00");
  }

  @Test
  void ownLimitsComeBeforeTheProgrammes() {
    Cases cases =
        three(
            cases(
                List.of(budget("450", WhenShort.PRO_RATA)),
                grant(
                    "bonus",
                    fixed("400"),
                    Policies.limit("entity", Each.PERIOD, "300", WhenShort.BY_ARRIVAL))));
    assertThat(lines(pay(cases, "2020-10", Booked.NOTHING)))
        .containsExactly("A eligible 150.00", "B eligible 150.00", "C eligible 150.00");
  }

  @Test
  void theBudgetIsOverAllGrants() {
    Cases cases =
        cases(
                List.of(budget("500", WhenShort.BY_ARRIVAL)),
                grant("one", fixed("400")),
                grant("two", fixed("400")))
            .entity("M");
    assertThat(lines(pay(cases, "2020-10", Booked.NOTHING)))
        .containsExactly("M eligible 400.00", "M eligible 100.00");
  }

  @Test
  void limitsWhoIsPaid() {
    Grant paid =
        new Grant(
            "protection",
            Grant.Kind.CASH,
            null,
            "leader_id",
            List.of("entity"),
            fixed("60"),
            List.of(Policies.limit("beneficiary", Each.MONTH, "100", WhenShort.BY_ARRIVAL)),
            List.of(),
            null,
            null,
            null,
            Policies.at("grants.protection"));
    Cases cases =
        new Cases(Policies.programme(EntityKind.BOOKING, Policies.paying(null, paid)))
            .entity("B1", "leader_id", "L1", "scheduled_at", "2020-10-02")
            .entity("B2", "leader_id", "L1", "scheduled_at", "2020-10-01")
            .entity("B3", "leader_id", "L2", "scheduled_at", "2020-10-03")
            .entity("B4", "scheduled_at", "2020-10-04");
    Payments payments = pay(cases, "2020-10", Booked.NOTHING);
    assertThat(lines(payments))
        .containsExactly(
            "B1 eligible 40.00", "B2 eligible 60.00", "B3 eligible 60.00", "B4 eligible 60.00");
    assertThat(payments.grants())
        .extracting(GrantDecision::beneficiary)
        .containsExactly("leader:L1", "leader:L1", "leader:L2", "booking:B4");
  }

  @Test
  void paysByRankAndBadge() {
    Grant bonus =
        grant(
            "pack",
            Policies.badge("grants.pack.eligible", "gold"),
            List.of("entity", "period"),
            new Grant.Amount.Fixed(Policies.table("tier", "else", "1000")));
    Cases cases = cases(bonus).entity("M").badge("M", "gold").entity("N").badge("N", "silver");
    Payments payments = pay(cases, "2020-10", Booked.NOTHING);
    assertThat(lines(payments)).containsExactly("M eligible 1000.00", "N ineligible 0.00");
    assertThat(payments.grants().get(1).reasons()).isEqualTo("grants.pack.eligible silver = gold");
  }

  @Test
  void grantsNothingToTheNotRated() {
    Condition minimum = Policies.metric("minimum", "orders", Operator.AT_LEAST, "10");
    Instruments instruments =
        new Instruments(
            minimum, null, null, null, List.of(grant("bonus", fixed("5"))), List.of(), null);
    Cases cases =
        new Cases(Policies.programme(EntityKind.MERCHANT, instruments)).metrics("M", "orders", "9");
    Payments payments = pay(cases, "2020-10", Booked.NOTHING);
    assertThat(lines(payments)).containsExactly("M ineligible 0.00");
    assertThat(payments.grants().getFirst().reasons()).isEqualTo("minimum 9 >= 10");
  }

  private static Grant contact(@Nullable Condition eligible) {
    return new Grant(
        "contact",
        Grant.Kind.SERVICE,
        eligible,
        null,
        List.of("licence"),
        null,
        List.of(),
        List.of("Wang", "Li", "Zhao"),
        null,
        null,
        null,
        Policies.at("grants.contact"));
  }

  @Test
  void assignsAServiceToWhoeverHoldsFewest() {
    Cases cases = three(cases(contact(null)));
    Ledger ledger = new Ledger();
    assertThat(book(cases, "2020-10", ledger).grants())
        .extracting(each -> each.id().id() + " " + each.assignee() + " " + each.amount())
        .containsExactly("A Zhao 0.00", "B Wang 0.00", "C Li 0.00");
    cases.entity("D", "joined_on", "2020-08-01").entity("E", "joined_on", "2020-08-02");
    assertThat(pay(cases, "2020-11", ledger).grants())
        .extracting(each -> each.id().id() + " " + each.status().word() + " " + each.assignee())
        .containsExactly(
            "A already_granted ",
            "B already_granted ",
            "C already_granted ",
            "D eligible Wang",
            "E eligible Li");
  }

  @Test
  void keysKeepProvidersApartByRoleAndKindAndHostileIds() {
    Cases cases = cases(grant("bonus", fixed("1"))).entity("../a/b%").entity("x");
    assertThat(pay(cases, "2020-10", Booked.NOTHING).grants().getFirst().key())
        .isEqualTo("test/bonus/entity=merchant:..%2Fa%2Fb%25/period=2020-10");
    assertThat(
            Holders.entity(
                EntityKind.PROVIDER, new dev.partnerops.model.EntityId("P1", "training")))
        .isEqualTo("provider:training:P1");
  }

  @Test
  void givesTheSameWhateverTheOrderOfTheInput() {
    Grant bonus = grant("bonus", fixed("3"), budget("100", WhenShort.PRO_RATA));
    Cases forward = cases(bonus);
    Cases backward = cases(bonus);
    for (int i = 0; i < 70; i++) {
      forward.entity("M" + i);
      backward.entity("M" + (69 - i));
    }
    List<String> one = lines(pay(forward, "2020-10", Booked.NOTHING));
    assertThat(lines(pay(backward, "2020-10", Booked.NOTHING)))
        .containsExactlyInAnyOrderElementsOf(one);
    Money sum =
        pay(forward, "2020-10", Booked.NOTHING).grants().stream()
            .map(GrantDecision::amount)
            .reduce(Money.ZERO, Money::plus);
    assertThat(sum).isEqualTo(Reckonings.money("100"));
  }
}
