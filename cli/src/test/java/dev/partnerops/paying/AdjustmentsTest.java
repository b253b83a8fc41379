package dev.partnerops.paying;

import static dev.partnerops.paying.Reckonings.fixed;
import static dev.partnerops.paying.Reckonings.grant;
import static dev.partnerops.paying.Reckonings.money;
import static dev.partnerops.paying.Reckonings.share;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.deciding.Cases;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Judgement;
import dev.partnerops.deciding.Policies;
import dev.partnerops.deciding.Restoring;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Money;
import dev.partnerops.model.Period;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Grant.Limit.Each;
import dev.partnerops.programme.Grant.Limit.WhenShort;
import dev.partnerops.programme.Instruments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rates and bands of earlier periods, reckoned again (RULES 3). */
class AdjustmentsTest {

  private static final Grant.Amount BANDS =
      new Grant.Amount.Banded(
          List.of(
              Policies.band("1000", Policies.of("10%")), Policies.band(null, Policies.of("5%"))),
          Policies.metric("sales"),
          false,
          null,
          null);

  private final Ledger ledger = new Ledger();
  private final Map<String, Approved> approved = new LinkedHashMap<>();

  private record Approved(int number, List<EntityDecision> decisions, List<GrantDecision> grants) {}

  private static Cases cases(Grant... grants) {
    return new Cases(Policies.programme(EntityKind.MERCHANT, Policies.paying(null, grants)));
  }

  private static Grant rebate(Grant.Limit... limits) {
    return grant("rebate", share("10%", "sales", null, null), limits);
  }

  /** What the period gets, and what differs of those approved before it: each by today's cases. */
  private Payments pay(String period, Cases now, Map<String, Cases> then) {
    List<Earlier> earlier = new ArrayList<>();
    approved.forEach((label, run) -> {
      Judgement again = then.get(label).judge(label);
      earlier.add(
          new Earlier(
              run.number(),
              Period.parse(label).orElseThrow(),
              Restoring.subjects(again.input(), run.decisions()),
              run.grants()));
    });
    return Paymaster.pay(new PayInput(List.of(now.judge(period)), ledger, earlier, List.of()));
  }

  private Payments approve(String period, Cases now, Map<String, Cases> then) {
    Payments payments = pay(period, now, then);
    ledger.book(Period.parse(period).orElseThrow(), payments);
    approved.put(
        period,
        new Approved(approved.size() + 1, now.judge(period).decisions(), payments.grants()));
    return payments;
  }

  /** {@code 2020-10 M clawed_back -10.00}: one line a grant. */
  private static List<String> lines(Payments payments) {
    return payments.grants().stream()
        .map(each ->
            String.join(
                " ", each.period(), each.id().id(), each.status().word(), each.amount().toString()))
        .toList();
  }

  @Test
  void lateRefundsOfARateAreAnEntryThatNamesTheOriginal() {
    Cases cases = cases(rebate()).metrics("M", "sales", "1000");
    assertThat(lines(approve("2020-10", cases, Map.of())))
        .containsExactly("2020-10 M eligible 100.00");
    Cases refunded = cases(rebate()).metrics("M", "sales", "950");
    Payments next = approve("2020-11", cases, Map.of("2020-10", refunded));
    assertThat(lines(next))
        .containsExactly("2020-11 M eligible 100.00", "2020-10 M clawed_back -5.00");
    GrantDecision difference = next.grants().getLast();
    assertThat(difference.adjusts()).isEqualTo(0);
    assertThat(difference.key()).isEqualTo("test/rebate/entity=merchant:M/period=2020-10");
    assertThat(difference.beneficiary()).isEqualTo("merchant:M");
    assertThat(difference.due()).isEqualTo(money("95"));
    assertThat(difference.reasons())
        .isEqualTo("grants.rebate.amount 2020-10 entry 0 95.00 < 100.00");
    assertThat(lines(pay("2020-12", cases, Map.of("2020-10", refunded, "2020-11", cases))))
        .as("booked once")
        .containsExactly("2020-12 M eligible 100.00");
  }

  @Test
  void bandsAreReckonedAgainAcrossTheirEdge() {
    Cases cases = cases(grant("bonus", BANDS)).metrics("M", "sales", "1100");
    assertThat(lines(approve("2020-10", cases, Map.of())))
        .containsExactly("2020-10 M eligible 105.00");
    Cases refunded = cases(grant("bonus", BANDS)).metrics("M", "sales", "900");
    assertThat(lines(pay("2020-11", refunded, Map.of("2020-10", refunded))))
        .containsExactly("2020-11 M eligible 90.00", "2020-10 M clawed_back -15.00");
  }

  @Test
  void aFixedAmountStaysAsItWasBooked() {
    Cases cases = cases(grant("bonus", fixed("50"))).metrics("M", "sales", "1000");
    approve("2020-10", cases, Map.of());
    Cases raised = cases(grant("bonus", fixed("70"))).metrics("M", "sales", "1");
    assertThat(lines(pay("2020-11", cases, Map.of("2020-10", raised))))
        .containsExactly("2020-11 M eligible 50.00");
  }

  @Test
  void whoWasEligibleStaysSo() {
    Condition many =
        Policies.metric("grants.rebate.eligible", "sales", Condition.Operator.AT_LEAST, "1000");
    Grant grant =
        grant("rebate", many, List.of("entity", "period"), share("10%", "sales", null, null));
    Cases cases = cases(grant).metrics("A", "sales", "1000").metrics("B", "sales", "999");
    approve("2020-10", cases, Map.of());
    Cases later = cases(grant).metrics("A", "sales", "900").metrics("B", "sales", "2000");
    assertThat(lines(pay("2020-11", cases, Map.of("2020-10", later))))
        .containsExactly(
            "2020-11 A eligible 100.00",
            "2020-11 B ineligible 0.00",
            "2020-10 A clawed_back -10.00");
  }

  @Test
  void moreIsAClaimUnderThisRunsLimits() {
    Grant limited = rebate(Policies.limit("programme", Each.MONTH, "130", WhenShort.BY_ARRIVAL));
    Cases cases =
        cases(limited).metrics("A", "sales", "1000").entity("A", "joined_on", "2020-01-01");
    approve("2020-10", cases, Map.of());
    Cases more =
        cases(limited).metrics("A", "sales", "1400").entity("A", "joined_on", "2020-01-01");
    Payments next = approve("2020-11", cases, Map.of("2020-10", more));
    assertThat(lines(next))
        .as("of one merchant the older claim comes first: 40 of 130, which leaves 90")
        .containsExactly("2020-11 A eligible 90.00", "2020-10 A eligible 40.00");
    Cases most =
        cases(limited).metrics("A", "sales", "5000").entity("A", "joined_on", "2020-01-01");
    Payments full = pay("2020-12", cases, Map.of("2020-10", most, "2020-11", cases));
    assertThat(lines(full))
        .as("an upward difference of 360 takes the whole limit, the new month nothing")
        .containsExactly("2020-12 A exhausted 0.00", "2020-10 A eligible 130.00");
    assertThat(full.grants().getLast().reasons())
        .isEqualTo(
            "grants.rebate.amount 2020-10 entry 0 500.00 > 140.00; limits[0] 460.00 <= 130.00");
  }

  @Test
  void anUpwardDifferenceUnderAFullLimitIsExhaustedAndNotClaimedAgain() {
    Grant limited = rebate(Policies.limit("programme", Each.LIFETIME, "100", WhenShort.BY_ARRIVAL));
    Cases cases = cases(limited).metrics("A", "sales", "1000");
    Cases nothing = cases(limited).metrics("A", "sales", "0");
    Cases more = cases(limited).metrics("A", "sales", "1200");
    approve("2020-10", cases, Map.of());
    assertThat(lines(approve("2020-11", nothing, Map.of("2020-10", more))))
        .containsExactly("2020-11 A eligible 0.00", "2020-10 A exhausted 0.00");
    assertThat(lines(pay("2020-12", nothing, Map.of("2020-10", more, "2020-11", nothing))))
        .as("the division stands once it was approved")
        .containsExactly("2020-12 A eligible 0.00");
  }

  @Test
  void whatALimitHadCutFallsOnlyBelowWhatWasBooked() {
    Grant limited = rebate(Policies.limit("programme", Each.PERIOD, "60", WhenShort.BY_ARRIVAL));
    Cases cases = cases(limited).metrics("A", "sales", "1000");
    Cases nothing = cases(limited).metrics("A", "sales", "0");
    assertThat(lines(approve("2020-10", cases, Map.of())))
        .containsExactly("2020-10 A eligible 60.00");
    assertThat(lines(pay("2020-11", nothing, Map.of("2020-10", sales(limited, "600")))))
        .as("60 due before the cut, 60 booked")
        .containsExactly("2020-11 A eligible 0.00");
    assertThat(lines(approve("2020-11", nothing, Map.of("2020-10", sales(limited, "599.90")))))
        .containsExactly("2020-11 A eligible 0.00", "2020-10 A clawed_back -0.01");
    assertThat(
            lines(
                pay(
                    "2020-12",
                    nothing,
                    Map.of("2020-10", sales(limited, "700"), "2020-11", nothing))))
        .as("what comes back counts from the 59.99 that were due last")
        .containsExactly("2020-12 A eligible 0.00", "2020-10 A eligible 10.01");
  }

  private static Cases sales(Grant grant, String yuan) {
    return cases(grant).metrics("A", "sales", yuan);
  }

  @Test
  void whatWasDueOfNothingIsPaidWhenOrdersComeLate() {
    Cases nothing = cases(rebate()).metrics("M", "sales", "0");
    approve("2020-10", nothing, Map.of());
    Payments next = pay("2020-11", nothing, Map.of("2020-10", sales(rebate(), "1", "M")));
    assertThat(lines(next)).containsExactly("2020-11 M eligible 0.00", "2020-10 M eligible 0.10");
    assertThat(next.grants().getLast().adjusts()).isNull();
    assertThat(next.grants().getLast().reasons())
        .isEqualTo("grants.rebate.amount 2020-10 0.10 > 0.00");
  }

  private static Cases sales(Grant grant, String yuan, String id) {
    return cases(grant).metrics(id, "sales", yuan);
  }

  @Test
  void aKeyIsReckonedByItsNewestPeriod() {
    Grant yearly =
        grant("rebate", null, List.of("entity", "year"), share("10%", "sales", null, null));
    Cases october = cases(yearly).metrics("M", "sales", "1000");
    Cases november = cases(yearly).metrics("M", "sales", "1500");
    approve("2020-10", october, Map.of());
    Payments second = approve("2020-11", november, Map.of("2020-10", october));
    assertThat(lines(second)).containsExactly("2020-11 M eligible 50.00");
    assertThat(second.grants().getFirst().adjusts()).isEqualTo(0);
    Grant closed =
        grant(
            "rebate",
            Policies.metric(
                "grants.rebate.eligible", "sales", Condition.Operator.MORE_THAN, "9999"),
            List.of("entity", "year"),
            share("10%", "sales", null, null));
    Cases december = cases(closed).metrics("M", "sales", "0");
    assertThat(
            lines(
                pay(
                    "2020-12",
                    december,
                    Map.of("2020-10", october, "2020-11", sales(yearly, "1450", "M")))))
        .as("November reckoned last")
        .containsExactly("2020-12 M ineligible 0.00", "2020-11 M clawed_back -5.00");
  }

  @Test
  void cumulativeBandsAreReckonedOnceForAllTime() {
    Grant.Amount bands =
        new Grant.Amount.Banded(
            List.of(Policies.band(null, Policies.of("10%"))),
            Policies.metric("sales"),
            true,
            null,
            null);
    Grant bonus = grant("bonus", bands);
    Cases october = cases(bonus).metrics("M", "sales", "1000");
    Cases november = cases(bonus).metrics("M", "sales", "1800");
    approve("2020-10", october, Map.of());
    assertThat(lines(approve("2020-11", november, Map.of("2020-10", sales(bonus, "900", "M")))))
        .as("the refund of October is in November's F(now) already")
        .containsExactly("2020-11 M eligible 80.00");
    Grant closed =
        grant(
            "bonus",
            Policies.metric("grants.bonus.eligible", "sales", Condition.Operator.MORE_THAN, "9999"),
            List.of("entity", "period"),
            bands);
    assertThat(
            lines(
                pay(
                    "2020-12",
                    cases(closed).metrics("M", "sales", "1700"),
                    Map.of(
                        "2020-10", sales(bonus, "900", "M"),
                        "2020-11", sales(bonus, "1700", "M")))))
        .containsExactly("2020-12 M ineligible 0.00", "2020-11 M clawed_back -10.00");
  }

  @Test
  void theTierThatStoodSetsTheRate() {
    Grant.Amount byTier =
        new Grant.Amount.Share(
            Policies.table("tier", "gold", "10%", "else", "1%"),
            Policies.metric("sales"),
            null,
            null);
    Cases cases =
        new Cases(
                Policies.programme(
                    EntityKind.MERCHANT,
                    new Instruments(
                        null,
                        null,
                        Policies.ladder(
                                Policies.tier("silver", null),
                                Policies.tier(
                                    "gold",
                                    Policies.metric(
                                        "gold", "sales", Condition.Operator.AT_LEAST, "1000")))
                            .build(),
                        null,
                        List.of(grant("rebate", byTier)),
                        List.of(),
                        null)))
            .metrics("M", "sales", "1000");
    assertThat(lines(approve("2020-10", cases, Map.of())))
        .containsExactly("2020-10 M eligible 100.00");
    cases.metrics("M", "sales", "900");
    assertThat(lines(pay("2020-11", cases, Map.of("2020-10", cases))))
        .as("900 would not be gold, but October's tier stands: 10% of 900")
        .contains("2020-10 M clawed_back -10.00");
  }

  @Test
  void aDifferenceDownGivesNothingToOthersOfTheRun() {
    Grant limited = rebate(Policies.limit("programme", Each.LIFETIME, "100", WhenShort.BY_ARRIVAL));
    Cases october = cases(limited).metrics("A", "sales", "1000");
    approve("2020-10", october, Map.of());
    Payments next = pay("2020-11", october, Map.of("2020-10", sales(limited, "900")));
    assertThat(lines(next))
        .containsExactly("2020-11 A exhausted 0.00", "2020-10 A clawed_back -10.00");
    Money sum = Money.ZERO;
    for (GrantDecision grant : next.grants()) {
      sum = sum.plus(grant.amount());
    }
    assertThat(sum).isEqualTo(money("-10"));
  }

  @Test
  void aDifferenceThatALaterPeriodBookedIsNotBookedAgain() {
    Cases cases = cases(rebate()).metrics("M", "sales", "1000");
    approve("2020-09", cases, Map.of());
    Cases more = sales(rebate(), "1200", "M");
    assertThat(lines(approve("2020-11", cases, Map.of("2020-09", more))))
        .containsExactly("2020-11 M eligible 100.00", "2020-09 M eligible 20.00");
    approved.remove("2020-11");
    assertThat(lines(pay("2020-10", cases, Map.of("2020-09", more))))
        .as("October is evaluated after November")
        .containsExactly("2020-10 M eligible 100.00");
  }
}
