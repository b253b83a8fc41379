package dev.partnerops.deciding;

import dev.partnerops.model.Value;
import dev.partnerops.programme.Condition;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges conditions (SPEC section 4). Every branch is judged, even behind one that already decides,
 * so that explanations and {@code held} marks are complete.
 */
final class Conditions {

  private Conditions() {}

  static Finding judge(Condition condition, Subject subject) {
    return switch (condition) {
      case Condition.All all -> all(all, subject);
      case Condition.Any any -> any(any, subject);
      case Condition.Not not -> not(not, subject);
      case Condition.Count count -> count(count, subject);
      case Condition.Met met -> met(met, subject);
      case Condition.Held held -> held(held, subject);
      case Condition.OfField leaf ->
          field(
              leaf,
              leaf.field(),
              subject.candidate().field(leaf.field()),
              leaf.comparisons(),
              leaf.whenMissing(),
              subject);
      case Condition.Age leaf ->
          field(
              leaf,
              leaf.field(),
              age(subject.candidate().field(leaf.field()), subject),
              leaf.comparisons(),
              leaf.whenMissing(),
              subject);
      case Condition.OfMetric leaf -> metric(leaf, subject);
      case Condition.Standing leaf -> StandingConditions.judge(leaf, subject);
      case Condition.Missed leaf -> missed(leaf, subject);
    };
  }

  private static Finding all(Condition.All all, Subject subject) {
    List<Finding> children = judge(all.conditions(), subject);
    Verdict verdict =
        any(children, Verdict.UNMET)
            ? Verdict.UNMET
            : any(children, Verdict.MET) ? Verdict.MET : Verdict.SKIPPED;
    return Finding.group(all, verdict, "all", children);
  }

  private static Finding any(Condition.Any any, Subject subject) {
    List<Finding> children = judge(any.conditions(), subject);
    Verdict verdict =
        any(children, Verdict.MET)
            ? Verdict.MET
            : any(children, Verdict.UNMET) ? Verdict.UNMET : Verdict.SKIPPED;
    return Finding.group(any, verdict, "any", children);
  }

  private static Finding not(Condition.Not not, Subject subject) {
    Finding child = judge(not.condition(), subject);
    Verdict verdict =
        switch (child.verdict()) {
          case MET -> Verdict.UNMET;
          case UNMET -> Verdict.MET;
          case SKIPPED -> Verdict.SKIPPED;
        };
    return Finding.group(not, verdict, "not", List.of(child));
  }

  private static Finding count(Condition.Count count, Subject subject) {
    List<Finding> children = judge(count.conditions(), subject);
    long met = children.stream().filter(Finding::isMet).count();
    boolean skipped = met == 0 && !any(children, Verdict.UNMET);
    List<Finding.Compared> compared =
        Comparisons.judge(Value.of(met), count.comparisons(), Verdict.UNMET, subject);
    Verdict verdict = skipped ? Verdict.SKIPPED : Comparisons.together(compared);
    return new Finding(count, verdict, "count", Value.of(met), compared, children, null);
  }

  private static Finding met(Condition.Met met, Subject subject) {
    Condition named = subject.programme().conditions().get(met.name());
    if (named == null) {
      throw new IllegalStateException("no condition " + met.name());
    }
    Finding child = judge(named, subject);
    return Finding.group(met, child.verdict(), met.name(), List.of(child));
  }

  private static Finding held(Condition.Held held, Subject subject) {
    Finding child = judge(held.condition(), subject);
    int running = subject.mark(held.clause(), child.isMet());
    boolean enough = running >= held.evaluations();
    Verdict verdict =
        enough ? Verdict.MET : child.verdict() == Verdict.SKIPPED ? Verdict.SKIPPED : Verdict.UNMET;
    Finding.Compared compared =
        new Finding.Compared(
            Condition.Operator.AT_LEAST, List.of(Value.of((long) held.evaluations())), verdict);
    return new Finding(
        held, verdict, "held", Value.of((long) running), List.of(compared), List.of(child), null);
  }

  private static Finding field(
      Condition leaf,
      String label,
      Value value,
      List<Condition.Comparison> comparisons,
      Condition.@Nullable WhenMissing whenMissing,
      Subject subject) {
    List<Finding.Compared> compared =
        Comparisons.judge(
            value, comparisons, whenMissing == null ? null : verdict(whenMissing), subject);
    return new Finding(
        leaf, Comparisons.together(compared), label, value, compared, List.of(), null);
  }

  private static Finding metric(Condition.OfMetric leaf, Subject subject) {
    Value value = subject.value(leaf.metric());
    Condition.WhenMissing own = leaf.whenMissing();
    Condition.WhenMissing common = subject.programme().whenMissing();
    Verdict missing = own != null ? verdict(own) : common != null ? verdict(common) : Verdict.UNMET;
    List<Finding.Compared> compared =
        Comparisons.judge(value, leaf.comparisons(), missing, subject);
    return new Finding(
        leaf,
        Comparisons.together(compared),
        leaf.metric().label(),
        value,
        compared,
        List.of(),
        leaf.metric().metric());
  }

  private static Finding missed(Condition.Missed leaf, Subject subject) {
    boolean missed = subject.missed();
    return new Finding(
        leaf,
        missed ? Verdict.MET : Verdict.UNMET,
        "missed",
        Value.ofText(missed ? "missed" : "kept"),
        List.of(),
        List.of(),
        null);
  }

  /** Days from that day, itself 0, to the period's end. */
  private static Value age(Value day, Subject subject) {
    Optional<LocalDate> from = day.findDay();
    return from.isEmpty()
        ? Value.missing()
        : Value.of(ChronoUnit.DAYS.between(from.get(), subject.input().evaluation().end()));
  }

  private static Verdict verdict(Condition.WhenMissing whenMissing) {
    return switch (whenMissing) {
      case MET -> Verdict.MET;
      case UNMET -> Verdict.UNMET;
      case SKIP -> Verdict.SKIPPED;
    };
  }

  private static List<Finding> judge(List<Condition> conditions, Subject subject) {
    List<Finding> children = new ArrayList<>(conditions.size());
    for (Condition condition : conditions) {
      children.add(judge(condition, subject));
    }
    return children;
  }

  private static boolean any(List<Finding> findings, Verdict verdict) {
    for (Finding finding : findings) {
      if (finding.verdict() == verdict) {
        return true;
      }
    }
    return false;
  }
}
