package dev.partnerops.evaluating;

import dev.partnerops.deciding.Candidate;
import dev.partnerops.deciding.Measurements;
import dev.partnerops.deciding.Reading;
import dev.partnerops.model.DayRange;
import dev.partnerops.model.Value;
import dev.partnerops.programme.MetricReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Values of the candidates of one edition, by reference; the days of a window are reckoned from the
 * policy again when an explanation asks.
 */
final class MeasuredValues implements Measurements {

  private final Map<MetricReference, Integer> places = new HashMap<>();

  /**
   * The places again, by the very references that a policy holds: they are asked for each entity.
   */
  private final IdentityHashMap<MetricReference, Integer> known = new IdentityHashMap<>();

  private final BiFunction<Integer, Integer, Value> values;
  private final List<Candidate> candidates;
  private final Reading reading;

  /**
   * Values by place.
   *
   * @param values of a candidate, by its place, and a reference, by its place
   */
  MeasuredValues(
      List<MetricReference> references,
      BiFunction<Integer, Integer, Value> values,
      List<Candidate> candidates,
      Reading reading) {
    for (MetricReference reference : references) {
      places.put(reference, places.size());
    }
    this.values = values;
    this.candidates = candidates;
    this.reading = reading;
  }

  @Override
  public Value value(int candidate, MetricReference reference) {
    Integer place = known.computeIfAbsent(reference, places::get);
    if (place == null) {
      throw new IllegalStateException(reference + " was not measured");
    }
    return values.apply(candidate, place);
  }

  @Override
  public @Nullable DayRange days(int candidate, MetricReference reference) {
    return reading.days(reference.window(), candidates.get(candidate)::field).orElse(null);
  }

  /** The days of each reference for each candidate; equal ones are the same object. */
  static List<List<@Nullable DayRange>> ranges(
      List<MetricReference> references, List<Candidate> candidates, Reading reading) {
    List<List<@Nullable DayRange>> ranges = new ArrayList<>();
    for (MetricReference reference : references) {
      Map<DayRange, DayRange> known = new LinkedHashMap<>();
      List<@Nullable DayRange> each = new ArrayList<>(candidates.size());
      for (Candidate candidate : candidates) {
        DayRange days = reading.days(reference.window(), candidate::field).orElse(null);
        each.add(days == null ? null : known.computeIfAbsent(days, same -> same));
      }
      ranges.add(each);
    }
    return ranges;
  }
}
