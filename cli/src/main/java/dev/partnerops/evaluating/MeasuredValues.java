package dev.partnerops.evaluating;

import dev.partnerops.deciding.History;
import dev.partnerops.deciding.JudgeInput;
import dev.partnerops.deciding.Measurements;
import dev.partnerops.deciding.Population;
import dev.partnerops.deciding.Reading;
import dev.partnerops.model.DayRange;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.Window;
import dev.partnerops.programme.Windows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private final Cast cast;
  private final BiFunction<Integer, Integer, Value> values;
  private final Reading reading;

  /**
   * Values by place.
   *
   * @param values of a candidate, by its place, and a reference, by its place
   */
  MeasuredValues(Cast cast, BiFunction<Integer, Integer, Value> values, Reading reading) {
    for (MetricReference reference : cast.references()) {
      places.put(reference, places.size());
    }
    this.cast = cast;
    this.values = values;
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
    return days(reference.window(), candidate).orElse(null);
  }

  private Optional<DayRange> days(Window window, int candidate) {
    Window own = Windows.chosen(window, condition -> meets(condition, candidate));
    return reading.days(own, cast.candidates().get(candidate)::field);
  }

  /** What chooses a window reads what is measured and nothing of other runs. */
  private boolean meets(Condition condition, int candidate) {
    return Population.meets(
        condition,
        new JudgeInput(
            cast.edition(),
            cast.evaluation(),
            cast.candidates(),
            this,
            History.EMPTY,
            reading,
            Set.of()),
        candidate);
  }

  /**
   * The days of a window for each candidate; equal ones are the same object. What chooses the
   * window must have its value.
   */
  List<@Nullable DayRange> ranges(Window window) {
    int size = cast.candidates().size();
    if (size > 0 && !Windows.hangsOnField(window) && !Windows.hasChoice(window)) {
      return Collections.nCopies(size, days(window, 0).orElse(null));
    }
    Map<DayRange, DayRange> known = new HashMap<>();
    List<@Nullable DayRange> ranges = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      DayRange days = days(window, i).orElse(null);
      ranges.add(days == null ? null : known.computeIfAbsent(days, same -> same));
    }
    return ranges;
  }
}
