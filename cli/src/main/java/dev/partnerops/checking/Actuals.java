package dev.partnerops.checking;

import dev.partnerops.deciding.Earned;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Subject;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.model.Value;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.PolicyTest.Expected;
import dev.partnerops.programme.Ranking;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds in a judged step what an expectation speaks of. */
final class Actuals {

  private static final int MONEY = 2;
  private static final int SCORE = 2;

  private final Played played;

  Actuals(Played played) {
    this.played = played;
  }

  /** What came out for the entity; a name the policy has not is seen before. */
  Actual of(Expected expected, EntityId id) {
    return switch (expected.part()) {
      case ROW -> Actual.text(played.decision(id).isPresent() ? "a row" : "", reasons(id));
      case COLUMN -> played.decision(id).map(one -> column(one, expected.name())).orElse(nothing());
      case POINTS -> played.decision(id).map(one -> points(one, expected.name())).orElse(nothing());
      case METRICS -> played.subject(id).map(one -> metric(one, expected.name())).orElse(nothing());
      case MET -> played.subject(id).map(one -> met(one, expected.name())).orElse(nothing());
      case GRANTS ->
          grant(id, expected.name())
              .map(grant -> grantCell(grant, expected.column()))
              .orElse(nothing());
      case FEE -> fee(id).map(fee -> feeCell(fee, expected.column())).orElse(nothing());
      case TOTALS -> total(expected.name(), expected.column());
    };
  }

  private static Actual nothing() {
    return Actual.nothing();
  }

  private String reasons(EntityId id) {
    return played.decision(id).map(EntityDecision::reasons).orElse("");
  }

  private Actual column(EntityDecision decision, String column) {
    String reasons = decision.reasons();
    return switch (column) {
      case "status" -> Actual.text(decision.status().word(), reasons);
      case "segment" -> Actual.text(decision.segment(), "");
      case "score" -> Actual.number(decision.score(), SCORE, pointsOf(decision));
      case "rank" -> whole(ranking(decision) == null ? decision.rank() : decision.place());
      case "tier_before" -> Actual.text(decision.tierBefore(), reasons);
      case "tier_after" -> Actual.text(decision.tierAfter(), reasons);
      case "tier_calculated" -> Actual.text(decision.tierCalculated(), reasons);
      case "action" ->
          Actual.text(decision.action() == null ? "" : decision.action().word(), reasons);
      case "reasons" -> Actual.text(reasons, "");
      case "partition" -> Actual.text(decision.partition(), "");
      case "badge" -> Actual.text(decision.badge(), "");
      case "value" -> placeValue(decision);
      default -> throw new IllegalArgumentException("no column " + column);
    };
  }

  /** What a score is made of says more than the ladder's reasons do. */
  private static String pointsOf(EntityDecision decision) {
    StringBuilder points = new StringBuilder();
    for (Earned earned : decision.points()) {
      points.append(points.isEmpty() ? "" : "; ");
      points.append(earned.name()).append(' ').append(earned.points().round(SCORE));
    }
    return points.toString();
  }

  private @Nullable Ranking ranking(EntityDecision decision) {
    return played
        .subject(decision.id())
        .map(subject -> subject.instruments().ranking())
        .orElse(null);
  }

  private static Actual whole(@Nullable Integer number) {
    return new Actual(number == null ? Value.missing() : Value.of((long) number), 0, "");
  }

  private Actual placeValue(EntityDecision decision) {
    Ranking ranking = ranking(decision);
    return new Actual(
        decision.place() == null ? Value.missing() : decision.placeValue(),
        ranking == null ? Metric.Use.AS_IT_IS : ranking.by().metric().decimals(),
        "");
  }

  private static Actual points(EntityDecision decision, String name) {
    return decision.points().stream()
        .filter(earned -> earned.name().equals(name))
        .findFirst()
        .map(earned -> Actual.number(earned.points(), SCORE, pointsOf(decision)))
        .orElse(nothing());
  }

  private Actual metric(Subject subject, String name) {
    Metric.Use use = played.player(subject.candidate().id()).orElseThrow().uses().use(name);
    return new Actual(subject.value(use), use.decimals(), "");
  }

  private static Actual met(Subject subject, String name) {
    Condition condition = subject.programme().conditions().get(name);
    if (condition == null) {
      throw new IllegalArgumentException("no condition " + name);
    }
    return new Actual(new Value.Flag(subject.judge(condition).isMet()), Metric.Use.AS_IT_IS, "");
  }

  /**
   * What is clawed back, else what it is granted for its own period; of two grants of one benefit
   * the one it gets.
   */
  private Optional<GrantDecision> grant(EntityId id, String benefit) {
    GrantDecision found = null;
    for (GrantDecision grant : played.payments().grants()) {
      boolean own = grant.id().equals(id) && grant.benefit().equals(benefit);
      if (own && grant.isClawBack()) {
        return Optional.of(grant);
      }
      if (own
          && grant.period().equals(played.period().label())
          && (found == null || found.status() == GrantDecision.Status.INELIGIBLE)) {
        found = grant;
      }
    }
    return Optional.ofNullable(found);
  }

  private static Actual grantCell(GrantDecision grant, String column) {
    return switch (column) {
      case "" -> Actual.text("a row", grant.reasons());
      case "status" -> Actual.text(grant.word(true), grant.reasons());
      case "amount" -> Actual.number(grant.amount().yuan(), MONEY, grant.reasons());
      case "expires_on" ->
          Actual.text(
              grant.expiresOn() == null ? "" : grant.expiresOn().toString(), grant.reasons());
      case "beneficiary" -> Actual.text(lastWord(grant.beneficiary()), grant.reasons());
      case "assignee" -> Actual.text(grant.assignee(), grant.reasons());
      case "reasons" -> Actual.text(grant.reasons(), "");
      default -> throw new IllegalArgumentException("no column " + column);
    };
  }

  private Optional<FeeStatement> fee(EntityId id) {
    return played.payments().fees().stream().filter(fee -> fee.id().equals(id)).findFirst();
  }

  private static Actual feeCell(FeeStatement fee, String column) {
    return switch (column) {
      case "" -> Actual.text("a row", fee.reasons());
      case "base_before" -> money(fee.baseBefore(), fee);
      case "base_after" -> money(fee.baseAfter(), fee);
      case "amount" -> money(fee.amount(), fee);
      case "standard_amount" -> money(fee.standardAmount(), fee);
      case "saved" -> money(fee.saved(), fee);
      default -> throw new IllegalArgumentException("no column " + column);
    };
  }

  private static Actual money(Money amount, FeeStatement fee) {
    return Actual.number(amount.yuan(), MONEY, fee.reasons());
  }

  /** What the step pays a beneficiary of a benefit, over all entities. */
  private Actual total(String benefit, String beneficiary) {
    Money total = Money.ZERO;
    for (GrantDecision grant : played.payments().grants()) {
      boolean paid =
          grant.benefit().equals(benefit)
              && (grant.beneficiary().equals(beneficiary)
                  || grant.beneficiary().endsWith(":" + beneficiary));
      total = paid ? total.plus(grant.amount()) : total;
    }
    return Actual.number(total.yuan(), MONEY, "");
  }

  private static String lastWord(String holder) {
    return holder.substring(holder.lastIndexOf(':') + 1);
  }
}
