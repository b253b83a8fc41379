package dev.partnerops.explaining;

import dev.partnerops.deciding.Rejudging;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.MetricUses;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Thresholds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The levers of an entity: what its instruments measure of it and may move. */
final class Levers {

  private static final Set<String> RATINGS = Set.of("average_rating", "course_rating");

  private Levers() {}

  /**
   * In the order of the file. What chooses the window of another number is left alone: nobody knows
   * what would be measured over the other window.
   *
   * @param unit of a metric where it is used
   * @param numeratorDecimals those that the numerator of a rate is written with
   */
  static List<Lever> of(
      Rejudging again,
      Programme edition,
      Function<Metric.Use, Unit> unit,
      ToIntFunction<MetricReference> numeratorDecimals) {
    List<Thresholds.Read> reads = Thresholds.of(edition, again.was().instruments());
    List<Lever> levers = new ArrayList<>();
    for (Thresholds.Read read : reads) {
      MetricReference reference = read.reference();
      if (read.chooses()) {
        continue;
      }
      Value value = again.measured(reference);
      Unit own = unit.apply(read.use());
      Lever lever =
          new Lever(
              reference,
              read.use(),
              value,
              again.days(reference).orElse(null),
              own,
              grid(reference, value, own, numeratorDecimals),
              read.numbers(),
              parts(reference, reads, again));
      if (lever.isMovable()) {
        levers.add(lever);
      }
    }
    return levers;
  }

  private static @Nullable Grid grid(
      MetricReference reference,
      Value value,
      Unit unit,
      ToIntFunction<MetricReference> numeratorDecimals) {
    return value.findNumber().isEmpty()
        ? null
        : Grid.of(
            value,
            unit,
            value instanceof Value.Rate ? numeratorDecimals.applyAsInt(reference) : 0,
            RATINGS.contains(reference.name()));
  }

  private static Map<MetricReference, Value> parts(
      MetricReference own, List<Thresholds.Read> reads, Rejudging again) {
    Metric whole = MetricUses.part(own, MetricReference.Part.WHOLE);
    Map<MetricReference, Value> parts = new LinkedHashMap<>();
    for (Thresholds.Read other : reads) {
      MetricReference reference = other.reference();
      if (!reference.equals(own)
          && MetricUses.part(reference, MetricReference.Part.WHOLE).equals(whole)) {
        parts.put(reference, again.measured(reference));
      }
    }
    return parts;
  }
}
