package dev.partnerops.metrics;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Value;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request on its way: whom it measures for each entity over which days, and the values found. */
final class Ask {

  private final Measured measured;
  private final List<@Nullable EntityId> subjects;
  private final List<@Nullable DayRange> ranges;
  private final List<Value> values;

  /**
   * An ask whose values are what nothing gives, until the database answers.
   *
   * @param subjects one an entity: itself, or whom {@code through} names; null where that field is
   *     empty
   * @param ranges one an entity, cut at the as-of day; null where the window is missing
   * @param values one an entity; filled in place
   */
  Ask(
      Measured measured,
      List<@Nullable EntityId> subjects,
      List<@Nullable DayRange> ranges,
      List<Value> values) {
    this.measured = measured;
    this.subjects = subjects;
    this.ranges = ranges;
    this.values = values;
  }

  Measured measured() {
    return measured;
  }

  List<@Nullable EntityId> subjects() {
    return Collections.unmodifiableList(subjects);
  }

  @Nullable EntityId subject(int entity) {
    return subjects.get(entity);
  }

  @Nullable DayRange range(int entity) {
    return ranges.get(entity);
  }

  Value value(int entity) {
    return values.get(entity);
  }

  void answer(int entity, Value value) {
    values.set(entity, value);
  }

  int size() {
    return values.size();
  }

  boolean isAsked(int entity) {
    return subjects.get(entity) != null && ranges.get(entity) != null;
  }
}
