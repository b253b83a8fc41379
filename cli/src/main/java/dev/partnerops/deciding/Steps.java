package dev.partnerops.deciding;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.MetricReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes steps of what was found. */
public final class Steps {

  private Steps() {}

  /** A step that is no condition: points, a count, an amount; its value written like that. */
  public static Step of(
      Clause clause,
      String label,
      Value value,
      int decimals,
      String comparison,
      @Nullable Verdict verdict) {
    return new Step(
        clause,
        0,
        label,
        null,
        null,
        null,
        value,
        decimals,
        comparison,
        List.of(),
        verdict,
        null,
        null);
  }

  /** A metric read outside a condition, with the points it earned; both absent for an amount. */
  public static Step of(
      Metric.Use use,
      Clause clause,
      Subject subject,
      Value value,
      @Nullable Fraction points,
      @Nullable Fraction possible) {
    return new Step(
        clause,
        0,
        use.label(),
        use.title(),
        null,
        days(use.metric(), subject),
        value,
        Decimals.enough(value, List.of(), use.decimals()),
        "",
        List.of(),
        null,
        points,
        possible);
  }

  static void of(Finding finding, Subject subject, List<Step> steps) {
    add(finding, 0, subject, steps);
  }

  private static void add(Finding finding, int depth, Subject subject, List<Step> steps) {
    for (Finding child : finding.children()) {
      add(child, depth + 1, subject, steps);
    }
    Metric metric = finding.metric();
    if (metric != null) {
      parts(metric, depth + 1, subject, steps);
    }
    int decimals = finding.decimals();
    Condition condition = finding.condition();
    steps.add(
        new Step(
            condition.clause(),
            depth,
            finding.label(),
            condition instanceof Condition.OfMetric leaf ? leaf.metric().title() : null,
            condition.says(),
            metric == null ? null : days(metric, subject),
            finding.value(),
            decimals,
            String.join(
                " and ", finding.compared().stream().map(one -> one.text(decimals)).toList()),
            finding.compared().stream().flatMap(one -> one.thresholds().stream()).toList(),
            finding.verdict(),
            null,
            null));
  }

  /** The metrics that an expression is made of, before it, each with its window and value. */
  static void parts(Metric metric, int depth, Subject subject, List<Step> steps) {
    if (!(metric instanceof Metric.Derived derived)) {
      return;
    }
    for (Metric.Use part : derived.names().values()) {
      parts(part.metric(), depth + 1, subject, steps);
      Value value = subject.value(part);
      steps.add(
          new Step(
              part.clause(),
              depth,
              part.label(),
              part.title(),
              null,
              days(part.metric(), subject),
              value,
              Decimals.enough(value, List.of(), part.decimals()),
              "",
              List.of(),
              null,
              null,
              null));
    }
  }

  private static @Nullable DayRange days(Metric metric, Subject subject) {
    return metric instanceof Metric.Measured(MetricReference reference)
        ? subject.daysOf(reference)
        : null;
  }
}
