package dev.partnerops.deciding;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Ladder;
import dev.partnerops.programme.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which tiers an entity meets: those up to the present one by {@code keep}, those above by {@code
 * enter}, all by the ladder's and their own {@code require} (RULES 10). Index −1 stands for no
 * tier.
 */
final class TierChecks {

  /**
   * One tier: what its score threshold and its requirements say; {@code score} empty: none asked.
   */
  private record Check(
      Clause clause, boolean met, boolean scoreMet, String score, List<Finding> required) {}

  private final List<Check> checks;
  private final int present;

  private TierChecks(List<Check> checks, int present) {
    this.checks = checks;
    this.present = present;
  }

  static TierChecks of(Ladder ladder, int present, Subject subject) {
    List<Check> checks = new ArrayList<>(ladder.tiers().size());
    for (int i = 0; i < ladder.tiers().size(); i++) {
      Ladder.Tier tier = ladder.tiers().get(i);
      subject.ask(tier.name());
      checks.add(check(ladder, tier, i <= present, subject));
      subject.ask(null);
    }
    return new TierChecks(checks, present);
  }

  /** Whether nothing is asked in the lowest tier: there a new entity begins (RULES 1). */
  static boolean lowestAsksNothing(Ladder ladder, Subject subject) {
    Ladder.Tier lowest = ladder.tiers().getFirst();
    subject.ask(lowest.name());
    boolean nothing =
        subject.number(lowest.enter()).isEmpty()
            && asksNothing(ladder.require(), subject)
            && asksNothing(lowest.require(), subject);
    subject.ask(null);
    return nothing;
  }

  boolean met(int tier) {
    return checks.get(tier).met();
  }

  /** The highest tier met up to that one, or −1. */
  int highestMet(int upTo) {
    for (int i = Math.min(upTo, checks.size() - 1); i >= 0; i--) {
      if (met(i)) {
        return i;
      }
    }
    return -1;
  }

  int lowestMet() {
    for (int i = 0; i < checks.size(); i++) {
      if (met(i)) {
        return i;
      }
    }
    return -1;
  }

  boolean higherMet() {
    return highestMet(checks.size() - 1) > present;
  }

  /** Neither the present tier nor a higher one is met; in no tier there is nothing to miss. */
  boolean missed() {
    return present >= 0 && !met(present) && !higherMet();
  }

  /** The clauses that make a tier met or not. */
  void explain(int tier, Reasons reasons) {
    Check check = checks.get(tier);
    if (!check.score().isEmpty() && check.scoreMet() == check.met()) {
      reasons.add(check.clause(), check.score());
    }
    for (Finding required : check.required()) {
      if (required.holds() == check.met()) {
        reasons.add(required);
      }
    }
  }

  private static Check check(Ladder ladder, Ladder.Tier tier, boolean keep, Subject subject) {
    Setting keeps = tier.keep();
    boolean asksKeep = keep && keeps != null;
    Optional<Fraction> threshold = subject.number(asksKeep ? keeps : tier.enter());
    Clause clause =
        new Clause(tier.clause().path() + (asksKeep ? ".keep" : ".enter"), tier.clause().line());
    boolean scoreMet = true;
    String said = "";
    if (threshold.isPresent()) {
      Fraction score = subject.score();
      scoreMet =
          subject.status() == Status.RATED
              && score != null
              && score.compareTo(threshold.get()) >= 0;
      Value value = score == null ? Value.missing() : new Value.Numeric(score);
      Value asked = new Value.Numeric(threshold.get());
      int decimals = Decimals.enough(value, List.of(asked), Decimals.OF_SCORES);
      String comparison = ">= " + Decimals.text(asked, decimals);
      said =
          (score == null ? subject.status().word() : Decimals.text(value, decimals))
              + (subject.status() == Status.FAILED ? " failed " : " ")
              + comparison;
      if (subject.isTraced()) {
        subject.note(
            Steps.of(
                clause,
                "score",
                value,
                decimals,
                comparison,
                scoreMet ? Verdict.MET : Verdict.UNMET));
      }
    }
    List<Finding> required = new ArrayList<>(2);
    require(ladder.require(), subject, required);
    require(tier.require(), subject, required);
    boolean met = scoreMet && required.stream().allMatch(Finding::holds);
    return new Check(clause, met, scoreMet, said, required);
  }

  private static void require(
      @Nullable Condition condition, Subject subject, List<Finding> required) {
    if (condition != null) {
      required.add(subject.note(subject.judge(condition)));
    }
  }

  /** Every threshold of it is {@code none}. */
  private static boolean asksNothing(@Nullable Condition condition, Subject subject) {
    return switch (condition) {
      case null -> true;
      case Condition.All all ->
          all.conditions().stream().allMatch(each -> asksNothing(each, subject));
      case Condition.Any any ->
          any.conditions().stream().allMatch(each -> asksNothing(each, subject));
      case Condition.Not not -> asksNothing(not.condition(), subject);
      case Condition.Count count -> none(count.comparisons(), subject);
      case Condition.Met met ->
          asksNothing(subject.programme().conditions().get(met.name()), subject);
      case Condition.Held held -> asksNothing(held.condition(), subject);
      case Condition.OfField leaf -> none(leaf.comparisons(), subject);
      case Condition.Age leaf -> none(leaf.comparisons(), subject);
      case Condition.OfMetric leaf -> none(leaf.comparisons(), subject);
      case Condition.Standing leaf -> false;
      case Condition.Missed leaf -> false;
    };
  }

  private static boolean none(List<Condition.Comparison> comparisons, Subject subject) {
    return comparisons.stream()
        .allMatch(comparison ->
            comparison.settings().stream().anyMatch(setting -> subject.setting(setting).isEmpty()));
  }
}
