package dev.partnerops.evaluating;

import dev.partnerops.deciding.Candidate;
import dev.partnerops.deciding.Evaluation;
import dev.partnerops.deciding.Population;
import dev.partnerops.deciding.ProgrammeJudge;
import dev.partnerops.deciding.Standing;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunRows;
import dev.partnerops.ledger.StandingOverride;
import dev.partnerops.metrics.Entities;
import dev.partnerops.metrics.Entity;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Editions;
import dev.partnerops.programme.Programme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds why a run has no row of an entity that the store knows. */
public final class Unjudging {

  private final Run run;
  private final List<Programme> editions;
  private final RunRows rows;
  private final List<StandingOverride> obeyed;

  /**
   * Of a stored run.
   *
   * @param editions it used
   * @param rows their decisions and waiting standings
   * @param obeyed the overrides it obeyed
   */
  public Unjudging(Run run, List<Programme> editions, RunRows rows, List<StandingOverride> obeyed) {
    this.run = run;
    this.editions = editions;
    this.rows = rows;
    this.obeyed = obeyed;
  }

  /**
   * Every entity of that id, with what kept it out.
   *
   * @param then the store as the run saw it
   * @param now the store as it is
   * @throws ToolException.Usage where the store knows none
   */
  List<Unjudged> find(EvaluationStore then, EvaluationStore now, Explanations.Asked asked) {
    List<Unjudged> found = new ArrayList<>();
    for (EntityKind kind : new TreeSet<>(editions.stream().map(Programme::entity).toList())) {
      for (Entity entity : entities(then, kind)) {
        if (Explanations.isAsked(entity.id(), asked)) {
          found.add(why(entity, kind));
        }
      }
      if (found.isEmpty()) {
        for (Entity entity : entities(now, kind)) {
          if (Explanations.isAsked(entity.id(), asked)) {
            found.add(unjudged(entity, "", Unjudged.Reason.LATER, editions.getLast()));
          }
        }
      }
    }
    if (found.isEmpty()) {
      throw new ToolException.Usage(
          Message.of(
              "evaluating.entity-unknown",
              asked.id(),
              run.programme(),
              run.period().label(),
              run.run()));
    }
    return found;
  }

  private List<Entity> entities(EvaluationStore store, EntityKind kind) {
    return new Entities(store.metricStore(), run.asOf(), editions.getLast().zone())
        .load(kind, Casting.fields(editions, kind));
  }

  /** What kept an entity of the programme's out that the run could see. */
  public Unjudged.Reason reason(Entity entity, EntityKind kind) {
    Optional<Programme> edition = edition(entity, kind);
    if (edition.isEmpty()) {
      return Unjudged.Reason.COHORT;
    }
    Candidate candidate = candidate(entity);
    Evaluation evaluation = Cast.evaluation(edition.get(), run.period(), run.asOf());
    if (!Population.isInside(edition.get(), evaluation, candidate)) {
      return Unjudged.Reason.WHERE;
    }
    return ProgrammeJudge.hasInstruments(edition.get(), candidate)
        ? Unjudged.Reason.EXCLUDED
        : Unjudged.Reason.SEGMENT;
  }

  private Optional<Programme> edition(Entity entity, EntityKind kind) {
    return Editions.inForce(editions, run.period())
        .of(entity.id(), entity::field)
        .filter(each -> each.entity().equals(kind));
  }

  private Candidate candidate(Entity entity) {
    return new Candidate(
        entity.id(),
        entity.name(),
        entity.fields(),
        rows.waiting().getOrDefault(entity.id(), Standing.NONE));
  }

  private Unjudged why(Entity entity, EntityKind kind) {
    Unjudged.Reason reason = reason(entity, kind);
    Programme own = edition(entity, kind).orElse(null);
    if (own == null) {
      return unjudged(entity, "", reason, editions.getLast());
    }
    Candidate candidate = candidate(entity);
    String segment = Population.segment(own, candidate);
    return reason == Unjudged.Reason.WHERE
        ? new Unjudged(
            entity.id(),
            entity.name(),
            segment,
            reason,
            own,
            Value.missing(),
            Population.stepsOfWhere(own, Cast.evaluation(own, run.period(), run.asOf()), candidate),
            null)
        : unjudged(entity, segment, reason, own);
  }

  private Unjudged unjudged(
      Entity entity, String segment, Unjudged.Reason reason, Programme edition) {
    Programme.Cohort cohort = edition.cohort();
    return new Unjudged(
        entity.id(),
        entity.name(),
        segment,
        reason,
        edition,
        cohort == null ? Value.missing() : entity.field(cohort.field()),
        List.of(),
        reason != Unjudged.Reason.EXCLUDED
            ? null
            : obeyed.stream()
                .filter(override -> override.entity().equals(entity.id()))
                .findFirst()
                .orElse(null));
  }
}
