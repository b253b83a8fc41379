package dev.partnerops.deciding;

import dev.partnerops.model.Value;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Judges the comparisons of a leaf; several must all hold. */
final class Comparisons {

  private Comparisons() {}

  /**
   * Each comparison by itself.
   *
   * @param missing what a value that is not there counts as; absent: as for fields, unmet but for
   *     {@code is_not} and {@code not_in}
   */
  static List<Finding.Compared> judge(
      Value value,
      List<Condition.Comparison> comparisons,
      @Nullable Verdict missing,
      Subject subject) {
    List<Finding.Compared> compared = new ArrayList<>(comparisons.size());
    for (Condition.Comparison comparison : comparisons) {
      compared.add(judge(value, comparison, missing, subject));
    }
    return compared;
  }

  /** Unmet if one is, met if one is and none unmet, skipped if none asks anything. */
  static Verdict together(List<Finding.Compared> compared) {
    Verdict together = Verdict.SKIPPED;
    for (Finding.Compared one : compared) {
      if (one.verdict() == Verdict.UNMET) {
        return Verdict.UNMET;
      }
      if (one.verdict() == Verdict.MET) {
        together = Verdict.MET;
      }
    }
    return together;
  }

  private static Finding.Compared judge(
      Value value, Condition.Comparison comparison, @Nullable Verdict missing, Subject subject) {
    Condition.Operator operator = comparison.operator();
    List<Value> thresholds = new ArrayList<>(comparison.settings().size());
    for (Setting setting : comparison.settings()) {
      Optional<Value> threshold = Settings.value(setting, subject);
      if (threshold.isEmpty()) {
        return new Finding.Compared(operator, List.of(), Verdict.SKIPPED);
      }
      thresholds.add(threshold.get());
    }
    Verdict verdict;
    if (operator == Condition.Operator.MISSING) {
      boolean asked = Values.text(thresholds.getFirst()).equals("true");
      verdict = value.isMissing() == asked ? Verdict.MET : Verdict.UNMET;
    } else if (value.isMissing() || thresholds.stream().anyMatch(Value::isMissing)) {
      verdict = missing != null ? missing : missingField(operator);
    } else {
      verdict =
          holds(value, operator, thresholds, comparison, subject) ? Verdict.MET : Verdict.UNMET;
    }
    return new Finding.Compared(operator, thresholds, verdict);
  }

  private static Verdict missingField(Condition.Operator operator) {
    return operator == Condition.Operator.IS_NOT || operator == Condition.Operator.NOT_IN
        ? Verdict.MET
        : Verdict.UNMET;
  }

  private static boolean holds(
      Value value,
      Condition.Operator operator,
      List<Value> thresholds,
      Condition.Comparison comparison,
      Subject subject) {
    return switch (operator) {
      case AT_LEAST, FROM -> sign(value, thresholds.getFirst(), comparison, subject) >= 0;
      case MORE_THAN -> sign(value, thresholds.getFirst(), comparison, subject) > 0;
      case AT_MOST, TO -> sign(value, thresholds.getFirst(), comparison, subject) <= 0;
      case LESS_THAN -> sign(value, thresholds.getFirst(), comparison, subject) < 0;
      case BETWEEN ->
          sign(value, thresholds.getFirst(), comparison, subject) >= 0
              && sign(value, thresholds.getLast(), comparison, subject) <= 0;
      case IS, IN -> thresholds.stream().anyMatch(threshold -> Values.same(value, threshold));
      case IS_NOT, NOT_IN ->
          thresholds.stream().noneMatch(threshold -> Values.same(value, threshold));
      case MISSING -> value.isMissing();
    };
  }

  private static int sign(
      Value value, Value threshold, Condition.Comparison comparison, Subject subject) {
    OptionalInt sign = Values.compare(value, threshold);
    if (sign.isEmpty()) {
      throw Faults.unlike(
          subject.programme(), comparison.clause(), Values.text(value), Values.text(threshold));
    }
    return sign.getAsInt();
  }
}
