package dev.partnerops.metrics;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Value;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request on its way: whom it measures for each entity over which days, and the values found. */
final class Ask {

  /** Values by place of the entity; null where there is none but what nothing gives. */
  interface Source {
    @Nullable Value find(int entity);

    /** The same for whoever only shows it (see {@link MetricTable#cell}). */
    default @Nullable Object cell(int entity) {
      return find(entity);
    }
  }

  private final Measured measured;
  private final List<@Nullable EntityId> subjects;
  private final List<@Nullable DayRange> ranges;
  private final Value overNothing;
  private @Nullable Value[] answers = {};
  private Source source = entity -> null;

  /**
   * An ask whose values are what nothing gives, until the store answers.
   *
   * @param subjects one an entity: itself, or whom {@code through} names; null where that field is
   *     empty
   * @param ranges one an entity, cut at the as-of day; null where the window is missing
   * @param overNothing the value over no rows
   */
  Ask(
      Measured measured,
      List<@Nullable EntityId> subjects,
      List<@Nullable DayRange> ranges,
      Value overNothing) {
    this.measured = measured;
    this.subjects = subjects;
    this.ranges = ranges;
    this.overNothing = overNothing;
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

  List<@Nullable DayRange> ranges() {
    return ranges;
  }

  @Nullable DayRange range(int entity) {
    return ranges.get(entity);
  }

  Value value(int entity) {
    Value answer = answers.length == 0 ? source.find(entity) : answers[entity];
    return answer != null ? answer : overNothing(entity);
  }

  /** See {@link MetricTable#cell}. */
  Object cell(int entity) {
    Object answer = answers.length == 0 ? source.cell(entity) : answers[entity];
    return answer != null ? answer : overNothing(entity);
  }

  private Value overNothing(int entity) {
    return isAsked(entity) ? overNothing : Value.missing();
  }

  void answer(int entity, Value value) {
    if (answers.length == 0) {
      answers = new @Nullable Value[subjects.size()];
    }
    answers[entity] = value;
  }

  /**
   * Answers each time somebody asks, from numbers that take less room than values: a million
   * entities have dozens each.
   */
  void answerBy(Source found) {
    source = found;
  }

  int size() {
    return subjects.size();
  }

  boolean isAsked(int entity) {
    return subjects.get(entity) != null && ranges.get(entity) != null;
  }
}
