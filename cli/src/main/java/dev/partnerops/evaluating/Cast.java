package dev.partnerops.evaluating;

import dev.partnerops.deciding.Candidate;
import dev.partnerops.deciding.Evaluation;
import dev.partnerops.deciding.History;
import dev.partnerops.deciding.JudgeInput;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Period;
import dev.partnerops.model.Value;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.References;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Whom an edition judges at one evaluation, and what must be measured of them. */
record Cast(
    Programme edition,
    Evaluation evaluation,
    List<Candidate> candidates,
    List<MetricReference> references) {

  Cast(
      Programme edition,
      Period period,
      LocalDate asOf,
      List<Candidate> candidates,
      Collection<MetricReference> references) {
    this(
        edition,
        evaluation(edition, period, asOf),
        List.copyOf(candidates),
        List.copyOf(references));
  }

  /** With all that the edition reads. */
  static Cast of(Programme edition, Period period, LocalDate asOf, List<Candidate> candidates) {
    return new Cast(edition, period, asOf, candidates, References.metricsOf(edition));
  }

  static Evaluation evaluation(Programme edition, Period period, LocalDate asOf) {
    return new Evaluation(period, asOf, edition.calendar().evaluationDay(period));
  }

  /**
   * What they are judged by.
   *
   * @param values of a candidate, by its place, and a reference, by its place
   */
  JudgeInput input(
      BiFunction<Integer, Integer, Value> values, History history, Set<EntityId> traced) {
    PolicyReading reading = new PolicyReading(evaluation);
    return new JudgeInput(
        edition,
        evaluation,
        candidates,
        new MeasuredValues(this, values, reading),
        history,
        reading,
        traced);
  }

  /** Where its references stand among all that a run keeps. */
  List<Integer> places(String prefix, List<String> kept) {
    return references.stream().map(reference -> kept.indexOf(prefix + reference)).toList();
  }
}
