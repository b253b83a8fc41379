package dev.partnerops.checking;

import dev.partnerops.deciding.Action;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Evaluation;
import dev.partnerops.deciding.Finding;
import dev.partnerops.deciding.Judgement;
import dev.partnerops.deciding.ProgrammeJudge;
import dev.partnerops.deciding.Standing;
import dev.partnerops.deciding.Step;
import dev.partnerops.deciding.Subject;
import dev.partnerops.deciding.Verdict;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import dev.partnerops.model.Period;
import dev.partnerops.model.Value;
import dev.partnerops.paying.Booked;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.paying.PayInput;
import dev.partnerops.paying.Paymaster;
import dev.partnerops.paying.Payments;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.MetricUses;
import dev.partnerops.programme.PolicyTest;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Judges one entity at a time by one edition: what comes of a value is seen at once. */
final class Laboratory {

  private final Programme programme;
  private final MetricUses uses;
  private final Evaluation evaluation;
  private final PolicyTest.Facts facts;
  private final Function<String, Optional<Programme>> policies;

  /**
   * A place to try an edition.
   *
   * @param facts what its tests say of an entity; nothing where there are none
   */
  Laboratory(
      Programme programme,
      Period period,
      PolicyTest.Facts facts,
      Function<String, Optional<Programme>> policies) {
    this.programme = programme;
    this.uses = MetricUses.of(programme);
    this.evaluation =
        new Evaluation(period, period.last(), programme.calendar().evaluationDay(period));
    this.facts = facts;
    this.policies = policies;
  }

  Evaluation evaluation() {
    return evaluation;
  }

  /**
   * The entity that changes are made to.
   *
   * @param segment empty: the one of the facts
   */
  Trial entity(String segment) {
    EntityKind kind = programme.entity();
    Map<String, Value> fields = new LinkedHashMap<>();
    facts.fields().forEach((name, fact) -> fields.put(name, fact.value()));
    fields.putIfAbsent(programme.fields().key(), Value.ofText(Entity.UNNAMED));
    Entity.derive(kind, Entity.UNNAMED, fields);
    String by = programme.segmentBy();
    if (by != null && !segment.isEmpty()) {
      fields.put(by, Value.ofText(segment));
    }
    PolicyTest.Fact score = facts.score();
    return new Trial(
        new EntityId(Entity.UNNAMED),
        fields,
        TestInput.metrics(uses, facts),
        score == null ? null : score.value().findNumber().orElse(null),
        null,
        Standing.NONE);
  }

  /**
   * What came of a trial.
   *
   * @param decision and {@code subject}: absent where its segment leaves nothing to judge it by
   */
  record Outcome(
      @Nullable EntityDecision decision,
      @Nullable Subject subject,
      List<Step> steps,
      Payments payments) {

    /** The condition as it is judged for the entity; absent where nothing judges it. */
    @Nullable Finding judge(Condition condition) {
      return subject == null ? null : subject.judge(condition);
    }

    /** The number a setting comes to for the entity; empty where it is absent or none. */
    Optional<Fraction> number(@Nullable Setting setting) {
      return subject == null ? Optional.empty() : subject.number(setting);
    }

    /** The verdict of the clause at that path; absent where it was not asked. */
    @Nullable Verdict verdict(String path) {
      Verdict found = null;
      for (Step step : steps) {
        found = step.clause().path().equals(path) ? step.verdict() : found;
      }
      return found;
    }

    @Nullable Fraction points(String name) {
      if (decision == null) {
        return null;
      }
      return decision.points().stream()
          .filter(earned -> earned.name().equals(name))
          .map(earned -> earned.points())
          .findFirst()
          .orElse(null);
    }

    @Nullable Fraction possible(String name) {
      if (decision == null) {
        return null;
      }
      return decision.points().stream()
          .filter(earned -> earned.name().equals(name))
          .map(earned -> earned.possible())
          .findFirst()
          .orElse(null);
    }

    /** What the entity gets of a benefit; absent where it is not eligible. */
    @Nullable Money amount(String benefit) {
      return payments.grants().stream()
          .filter(grant -> grant.benefit().equals(benefit))
          .filter(grant -> grant.status() == GrantDecision.Status.ELIGIBLE)
          .map(GrantDecision::amount)
          .findFirst()
          .orElse(null);
    }

    @Nullable Money fee() {
      return payments.fees().stream().map(FeeStatement::amount).findFirst().orElse(null);
    }

    /** All that was decided, in one line: {@code rated 84.00; upgrade bronze; prize 1000.00}. */
    String text() {
      List<String> said = new ArrayList<>();
      if (decision != null) {
        Fraction score = decision.score();
        said.add(
            decision.status().word() + (score == null ? "" : " " + score.round(2).toPlainString()));
        Action action = decision.action();
        if (action != null) {
          said.add((action.word() + " " + decision.tierAfter()).strip());
        }
        if (!decision.badge().isEmpty()) {
          said.add(decision.badge());
        }
      }
      for (GrantDecision grant : payments.grants()) {
        said.add(
            grant.benefit()
                + " "
                + (grant.status() == GrantDecision.Status.ELIGIBLE
                    ? grant.amount()
                    : grant.word(true)));
      }
      Money charged = fee();
      if (charged != null) {
        said.add("fee " + charged);
      }
      return String.join("; ", said);
    }
  }

  Outcome judge(Trial trial) {
    Asked asked = new Asked();
    Player player = new Player(programme, uses, trial.candidate(asked), facts, asked);
    TestHistory history =
        new TestHistory(programme.id(), Map.of(), Map.of(), policies, evaluation.period().last());
    history.add(player);
    Judgement judgement =
        ProgrammeJudge.judge(
            TestInput.of(programme, evaluation, List.of(player), history, Set.of(trial.id())));
    Payments payments = Paymaster.pay(new PayInput(List.of(judgement), Booked.NOTHING));
    List<Step> steps = new ArrayList<>(judgement.steps().getOrDefault(trial.id(), List.of()));
    steps.addAll(payments.steps().getOrDefault(trial.id(), List.of()));
    return new Outcome(
        judgement.decisions().isEmpty() ? null : judgement.decisions().getFirst(),
        judgement.subjects().isEmpty() ? null : judgement.subjects().getFirst(),
        steps,
        payments);
  }
}
