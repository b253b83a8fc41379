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

    /** {@code >= 2}: as reasons print it, with so many decimals. */
    String text(int decimals) {
      return switch (operator) {
        case AT_LEAST, FROM -> ">= " + first(decimals);
        case MORE_THAN -> "> " + first(decimals);
        case AT_MOST, TO -> "<= " + first(decimals);
        case LESS_THAN -> "< " + first(decimals);
        case BETWEEN -> "between " + all(decimals);
        case IS -> "= " + first(decimals);
        case IS_NOT -> "!= " + first(decimals);
        case IN -> "in " + all(decimals);
        case NOT_IN -> "not in " + all(decimals);
        case MISSING -> "missing: " + first(decimals);
      };
    }

    private String first(int decimals) {
      return thresholds.isEmpty() ? "none" : Decimals.text(thresholds.getFirst(), decimals);
    }

    private String all(int decimals) {
      return "["
          + String.join(
              ", ", thresholds.stream().map(each -> Decimals.text(each, decimals)).toList())
          + "]";
    }
  }

  /** How its value and thresholds are written. */
  int decimals() {
    int usual =
        condition instanceof Condition.OfMetric leaf
            ? leaf.metric().decimals()
            : Metric.Use.AS_IT_IS;
    return Decimals.enough(
        value, compared.stream().flatMap(one -> one.thresholds().stream()).toList(), usual);
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
