package dev.partnerops.explaining;

import dev.partnerops.deciding.Finding;
import dev.partnerops.deciding.Rejudging;
import dev.partnerops.deciding.Subject;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What each unmet clause of a goal asks of the numbers it looks at, and what no number can mend:
 * the pieces of a change that needs several.
 */
final class Wishes {

  private final Rejudging again;
  private final Map<MetricReference, Lever> levers = new LinkedHashMap<>();
  private final Map<MetricReference, Change> changes = new LinkedHashMap<>();
  private final List<Blocker> blockers = new ArrayList<>();

  /** A clause that stands against a goal and that nothing measured meets. */
  record Blocker(Condition condition, boolean wanted, Value value) {}

  Wishes(Rejudging again, List<Lever> levers) {
    this.again = again;
    levers.forEach(lever -> this.levers.put(lever.reference(), lever));
  }

  static Wishes of(Goal goal, Rejudging again, List<Lever> levers) {
    Wishes wishes = new Wishes(again, levers);
    goal.wants().forEach(want -> wishes.add(want.condition(), want.met(), want.tier()));
    return wishes;
  }

  /** One a number, in the order of the clauses. */
  List<Change> changes() {
    return List.copyOf(changes.values());
  }

  List<Blocker> blockers() {
    return List.copyOf(blockers);
  }

  private void add(Condition condition, boolean met, String tier) {
    switch (condition) {
      case Condition.All all -> all.conditions().forEach(each -> add(each, met, tier));
      case Condition.Any any -> any(any, met, tier);
      case Condition.Not not -> add(not.condition(), !met, tier);
      case Condition.Count count -> count.conditions().forEach(each -> add(each, met, tier));
      case Condition.Met named -> {
        Condition found = subject().programme().conditions().get(named.name());
        if (found != null) {
          add(found, met, tier);
        }
      }
      case Condition.Held held -> add(held.condition(), met, tier);
      case Condition.OfMetric leaf -> metric(leaf, met, tier);
      case Condition.OfField leaf -> block(leaf, met);
      case Condition.Age leaf -> block(leaf, met);
      case Condition.Standing leaf -> {
        if (leaf.of() != null || leaf.window() != null) {
          block(leaf, met);
        }
      }
      case Condition.Missed leaf -> {}
    }
  }

  /** Where one of them holds, or only dates and fields stand in the way of the others, nothing. */
  private void any(Condition.Any any, boolean met, String tier) {
    if (met && subject().judge(any).isMet()) {
      return;
    }
    int before = blockers.size();
    for (Condition each : any.conditions()) {
      add(each, met, tier);
    }
    if (met && !changes.isEmpty()) {
      while (blockers.size() > before) {
        blockers.removeLast();
      }
    }
  }

  private Subject subject() {
    return again.was();
  }

  private void block(Condition leaf, boolean met) {
    Finding finding = subject().judge(leaf);
    if (met ? !finding.holds() : finding.isMet()) {
      blockers.add(new Blocker(leaf, met, finding.value()));
    }
  }

  private void metric(Condition.OfMetric leaf, boolean met, String tier) {
    switch (leaf.metric().metric()) {
      case Metric.Measured(MetricReference reference) -> measured(leaf, reference, met, tier);
      case Metric.Derived derived -> derived(leaf, derived, met);
      case Metric.OfField field -> block(leaf, met);
      case Metric.Result result -> {
        if (result.of() != null) {
          block(leaf, met);
        }
      }
    }
  }

  private void measured(
      Condition.OfMetric leaf, MetricReference reference, boolean met, String tier) {
    Lever lever = levers.get(reference);
    if (lever == null) {
      block(leaf, met);
      return;
    }
    Predicate<Value> does =
        value -> leaf.comparisons().stream().allMatch(one -> holds(one, value, tier)) == met;
    if (does.test(lever.value())) {
      return;
    }
    Optional<Change> change = Steering.least(lever, moved -> does.test(moved.to()));
    if (change.isEmpty()) {
      block(leaf, met);
      return;
    }
    add(change.get());
  }

  /** The farther of two moves in one direction does for both. */
  private void add(Change change) {
    changes.merge(
        change.lever().reference(),
        change,
        (one, other) -> one.size().compareTo(other.size()) >= 0 ? one : other);
  }

  /** The one of its parts that has to move least. */
  private void derived(Condition.OfMetric leaf, Metric.Derived derived, boolean met) {
    List<Change> found = new ArrayList<>();
    for (Metric each : derived.withParts()) {
      Lever lever =
          each instanceof Metric.Measured(MetricReference reference) ? levers.get(reference) : null;
      if (lever != null) {
        Steering.least(
                lever,
                change -> {
                  Finding finding =
                      again.judge(Change.instead(List.of(change)), false).subject().judge(leaf);
                  return finding.isMet() == met;
                })
            .ifPresent(found::add);
      }
    }
    Finding now = subject().judge(leaf);
    if (now.isMet() != met) {
      found.stream().min(Change.BY_SIZE).ifPresentOrElse(this::add, () -> block(leaf, met));
    }
  }

  /** Whether a value meets a comparison, a table by tier read for the tier that is asked about. */
  private boolean holds(Condition.Comparison comparison, Value value, String tier) {
    List<Fraction> thresholds = new ArrayList<>();
    for (Setting setting : comparison.settings()) {
      Optional<Fraction> number = number(setting, tier);
      if (number.isEmpty()) {
        return true;
      }
      thresholds.add(number.get());
    }
    Fraction number = value.findNumber().orElse(null);
    if (comparison.operator() == Condition.Operator.MISSING) {
      return true;
    }
    if (number == null || thresholds.isEmpty()) {
      return false;
    }
    int low = number.compareTo(thresholds.getFirst());
    return switch (comparison.operator()) {
      case AT_LEAST, FROM -> low >= 0;
      case MORE_THAN -> low > 0;
      case AT_MOST, TO -> low <= 0;
      case LESS_THAN -> low < 0;
      case BETWEEN -> low >= 0 && number.compareTo(thresholds.getLast()) <= 0;
      case IS, IN -> thresholds.stream().anyMatch(each -> number.compareTo(each) == 0);
      case IS_NOT, NOT_IN -> thresholds.stream().noneMatch(each -> number.compareTo(each) == 0);
      case MISSING -> true;
    };
  }

  private Optional<Fraction> number(Setting setting, String tier) {
    if (!tier.isEmpty() && setting instanceof Setting.Table table && table.by().equals("tier")) {
      for (Setting.Row row : table.rows()) {
        if (row.key().equals(tier)) {
          return number(row.setting(), tier);
        }
      }
      return table.otherwise() == null ? Optional.empty() : number(table.otherwise(), tier);
    }
    return subject().setting(setting).flatMap(Value::findNumber);
  }
}
