package dev.partnerops.deciding;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Window;
import dev.partnerops.programme.WindowContext;
import dev.partnerops.programme.Windows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whom an edition judges at all, and other conditions that come before the judgement. */
public final class Population {

  private Population() {}

  /**
   * Whether {@code where} lets the entity in, before anything is measured: it asks for fields and
   * ages only (SPEC section 4).
   */
  public static boolean isInside(Programme edition, Evaluation evaluation, Candidate candidate) {
    Condition where = edition.where();
    return where == null || meets(where, unmeasured(edition, evaluation, candidate), 0);
  }

  /** What {@code where} finds in the entity, clause by clause; nothing where there is none. */
  public static List<Step> stepsOfWhere(
      Programme edition, Evaluation evaluation, Candidate candidate) {
    Condition where = edition.where();
    if (where == null) {
      return List.of();
    }
    Subject subject =
        new Subject(unmeasured(edition, evaluation, candidate), 0, "", edition.instruments());
    subject.note(subject.judge(where));
    return subject.takeSteps();
  }

  private static JudgeInput unmeasured(
      Programme edition, Evaluation evaluation, Candidate candidate) {
    return new JudgeInput(
        edition,
        evaluation,
        List.of(candidate),
        new Unmeasured(),
        History.EMPTY,
        new FieldsOnly(
            new WindowContext(evaluation.period(), evaluation.asOf(), evaluation.evaluationDay())),
        Set.of(candidate.id()));
  }

  /**
   * Whether a condition outside the judgement holds for the candidate at that place, as of {@code
   * {when: C, then: W, else: W}} of a window: what it reads must be measured; skipped is not met.
   */
  public static boolean meets(Condition condition, JudgeInput input, int candidate) {
    Subject subject = new Subject(input, candidate, "", input.programme().instruments());
    return subject.judge(condition).isMet();
  }

  /** The value of {@code segment_by}; empty where there is none. */
  public static String segment(Programme edition, Candidate candidate) {
    String segmentBy = edition.segmentBy();
    Value segment = segmentBy == null ? Value.missing() : candidate.field(segmentBy);
    return segment.isMissing() ? "" : Values.text(segment);
  }

  /** The tiers of the ladder that judges the candidate, lowest first; none without one. */
  public static List<String> tiers(Programme edition, Candidate candidate) {
    return edition.instrumentsOf(segment(edition, candidate)).tiers();
  }

  private record Unmeasured() implements Measurements {

    @Override
    public Value value(int candidate, MetricReference reference) {
      throw new IllegalStateException("where: reads " + reference.name());
    }

    @Override
    public @Nullable DayRange days(int candidate, MetricReference reference) {
      return null;
    }
  }

  private record FieldsOnly(WindowContext context) implements Reading {

    @Override
    public Optional<DayRange> days(Window window, Function<String, Value> fields) {
      return Windows.resolve(window, context, fields);
    }

    @Override
    public Optional<LocalDate> day(Window.DayPoint point, Function<String, Value> fields) {
      return Windows.day(point, context, fields);
    }

    @Override
    public Value derived(Metric.Derived metric, Function<String, Value> names) {
      throw new IllegalStateException("where: reads an expression");
    }
  }
}
