package dev.partnerops.deciding;

import dev.partnerops.model.Value;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition judged for one entity, with everything that led to its verdict: decisions, reasons
 * and explanations are read from this one tree.
 *
 * @param label what a leaf looks at; the group's word otherwise
 * @param value of a leaf; how many are met or held of a count; missing for a group
 * @param metric the metric of a leaf that reads one
 */
public record Finding(
    Condition condition,
    Verdict verdict,
    String label,
    Value value,
    List<Compared> compared,
    List<Finding> children,
    @Nullable Metric metric) {

  /** One comparison with its thresholds resolved. */
  public record Compared(Condition.Operator operator, List<Value> thresholds, Verdict verdict) {

    /** {@code >= 2}: as reasons print it. */
    public String text() {
      return switch (operator) {
        case AT_LEAST, FROM -> ">= " + first();
        case MORE_THAN -> "> " + first();
        case AT_MOST, TO -> "<= " + first();
        case LESS_THAN -> "< " + first();
        case BETWEEN -> "between " + all();
        case IS -> "= " + first();
        case IS_NOT -> "!= " + first();
        case IN -> "in " + all();
        case NOT_IN -> "not in " + all();
        case MISSING -> "missing: " + first();
      };
    }

    private String first() {
      return thresholds.isEmpty() ? "none" : Values.text(thresholds.getFirst());
    }

    private String all() {
      return "[" + String.join(", ", thresholds.stream().map(Values::text).toList()) + "]";
    }
  }

  static Finding group(Condition condition, Verdict verdict, String label, List<Finding> children) {
    return new Finding(condition, verdict, label, Value.missing(), List.of(), children, null);
  }

  /** Met, or skipped as a whole: what {@code eligible}, {@code require}, {@code minimum} ask. */
  public boolean holds() {
    return verdict != Verdict.UNMET;
  }

  /** Met and not skipped: what {@code exit}, {@code when} and {@code until} ask. */
  public boolean isMet() {
    return verdict == Verdict.MET;
  }
}
