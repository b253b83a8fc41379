package dev.partnerops.programme;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scorecard hardly means: steps never reached, floors above the weight; and what it gives.
 */
final class ScorecardLint {

  private static final Fraction HUNDRED = Fraction.of(100);

  private final List<Lint.Warning> warnings = new ArrayList<>();

  private ScorecardLint() {}

  static List<Lint.Warning> of(Scorecard card) {
    ScorecardLint lint = new ScorecardLint();
    card.allKpis().forEach(lint::examine);
    return lint.warnings;
  }

  private void warn(Clause clause, String key, Object... arguments) {
    warnings.add(new Lint.Warning(clause.line(), Message.of("programme.lint." + key, arguments)));
  }

  /** The greatest score a card can give; absent where it hangs on the entity or has no end. */
  static @Nullable Fraction most(Scorecard card) {
    if (card.rangeTo() != null) {
      return card.rangeTo();
    }
    Fraction most = card.start();
    // Weights add up to 100, whatever the track.
    if (!card.allKpis().isEmpty()) {
      most = most.plus(HUNDRED);
    }
    for (Scorecard.Entry entry : card.entries()) {
      Fraction points = SettingReader.literal(entry.points());
      Fraction limit = SettingReader.literal(entry.limit());
      if (points == null) {
        return null;
      }
      if (points.signum() > 0) {
        Fraction adds = entry.metric() == null && entry.remember() == null ? points : limit;
        if (adds == null) {
          return null;
        }
        most = most.plus(adds);
      }
    }
    return most;
  }

  private void examine(Scorecard.Kpi kpi) {
    for (int i = 1; i < kpi.steps().size(); i++) {
      Scorecard.Step step = kpi.steps().get(i);
      for (Scorecard.Step before : kpi.steps().subList(0, i)) {
        if (covers(before.comparisons(), step.comparisons())) {
          warn(step.clause(), "step", step.clause().path(), before.clause().path());
          break;
        }
      }
    }
    Fraction weight = SettingReader.literal(kpi.weight());
    for (Condition.Comparison floor : kpi.floor()) {
      Fraction least = SettingReader.literal(floor.settings().getFirst());
      int over = floor.operator() == Condition.Operator.MORE_THAN ? 0 : 1;
      if (floor.operator().isUpward()
          && weight != null
          && least != null
          && least.compareTo(weight) >= over) {
        warn(floor.clause(), "floor", floor.clause().path(), least, weight);
      }
    }
  }

  /** Whether whatever meets the second meets the first, for single comparisons one way. */
  private static boolean covers(
      List<Condition.Comparison> first, List<Condition.Comparison> second) {
    if (first.size() != 1 || second.size() != 1) {
      return false;
    }
    Condition.Comparison one = first.getFirst();
    Condition.Comparison other = second.getFirst();
    Fraction left = SettingReader.literal(one.settings().getFirst());
    Fraction right = SettingReader.literal(other.settings().getFirst());
    if (left == null || right == null) {
      return false;
    }
    int order = right.compareTo(left);
    return switch (one.operator()) {
      case AT_LEAST -> other.operator().isUpward() && order >= 0;
      case MORE_THAN ->
          other.operator() == Condition.Operator.AT_LEAST
              ? order > 0
              : other.operator().isUpward() && order >= 0;
      case AT_MOST -> other.operator().isDownward() && order <= 0;
      case LESS_THAN ->
          other.operator() == Condition.Operator.AT_MOST
              ? order < 0
              : other.operator().isDownward() && order <= 0;
      case BETWEEN, IS, IS_NOT, IN, NOT_IN, FROM, TO, MISSING -> false;
    };
  }
}
