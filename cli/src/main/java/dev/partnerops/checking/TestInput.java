package dev.partnerops.checking;

import dev.partnerops.deciding.Evaluation;
import dev.partnerops.deciding.History;
import dev.partnerops.deciding.JudgeInput;
import dev.partnerops.deciding.Measurements;
import dev.partnerops.deciding.Reading;
import dev.partnerops.evaluating.PolicyReading;
import dev.partnerops.model.DayRange;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.MetricUses;
import dev.partnerops.programme.PolicyTest;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Windows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stated entities are judged by: nothing of them is measured. */
final class TestInput {

  private TestInput() {}

  /** One edition's entities; what nobody stated is missing, and noted as asked. */
  static JudgeInput of(
      Programme edition,
      Evaluation evaluation,
      List<Player> players,
      History history,
      Set<EntityId> traced) {
    Reading reading = new PolicyReading(evaluation);
    return new JudgeInput(
        edition,
        evaluation,
        players.stream().map(Player::candidate).toList(),
        new Unmeasured(players, reading),
        history,
        reading,
        traced);
  }

  /** The metrics that facts state, by what the policy means; a rate tells its parts. */
  static Map<Metric, Value> metrics(MetricUses uses, PolicyTest.Facts facts) {
    Map<Metric, Value> metrics = new LinkedHashMap<>();
    facts
        .metrics()
        .forEach((name, fact) -> {
          for (Metric metric : uses.named(name)) {
            put(metrics, metric, fact.value());
          }
        });
    return metrics;
  }

  private static void put(Map<Metric, Value> metrics, Metric metric, Value value) {
    metrics.put(metric, value);
    if (metric instanceof Metric.Measured(MetricReference reference)
        && reference.part() == MetricReference.Part.WHOLE
        && value instanceof Value.Rate(Fraction numerator, Fraction denominator)) {
      metrics.put(
          MetricUses.part(reference, MetricReference.Part.NUMERATOR), new Value.Numeric(numerator));
      metrics.put(
          MetricUses.part(reference, MetricReference.Part.DENOMINATOR),
          new Value.Numeric(denominator));
    }
  }

  private record Unmeasured(List<Player> players, Reading reading) implements Measurements {

    @Override
    public Value value(int candidate, MetricReference reference) {
      players.get(candidate).asked().metrics().add(new Metric.Measured(reference));
      return Value.missing();
    }

    @Override
    public @Nullable DayRange days(int candidate, MetricReference reference) {
      // What is stated was seen through no window: none has to be chosen.
      return Windows.hasChoice(reference.window())
          ? null
          : reading
              .days(reference.window(), players.get(candidate).candidate()::field)
              .orElse(null);
    }
  }
}
