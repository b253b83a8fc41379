package dev.partnerops.evaluating;

import dev.partnerops.deciding.Candidate;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunPart;
import dev.partnerops.ledger.RunRows;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.metrics.Entities;
import dev.partnerops.metrics.Entity;
import dev.partnerops.metrics.MetricStore;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Period;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.References;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the periods before a run's whose rates and bands are reckoned again: those of the last
 * {@code adjust} periods that have an approved run, by the editions that ruled them (RULES 3).
 */
final class EarlierPeriods {

  private final Policies policies;
  private final RunStore runs;
  private final MetricStore metricStore;

  EarlierPeriods(Policies policies, RunStore runs, MetricStore metricStore) {
    this.policies = policies;
    this.runs = runs;
    this.metricStore = metricStore;
  }

  /** Oldest first. */
  List<EarlierPeriod> of(Evaluator.Question question) {
    Period period = question.period();
    int periods = question.editions().getLast().adjustPeriods();
    List<EarlierPeriod> earlier = new ArrayList<>();
    if (periods > 0) {
      LocalDate from = period.plus(-periods).first();
      for (Run run :
          runs.approvedUntil(question.programme(), period.first().minusDays(1), question.seen())) {
        List<Programme> editions =
            run.period().first().isBefore(from) ? List.of() : policies.asStored(run, runs);
        Set<String> benefits = benefits(editions);
        if (!benefits.isEmpty()) {
          earlier.add(earlier(question, run, editions, benefits));
        }
      }
    }
    return earlier;
  }

  private static Set<String> benefits(List<Programme> editions) {
    Set<String> benefits = new HashSet<>();
    editions.stream()
        .flatMap(edition -> edition.allInstruments().stream())
        .flatMap(instruments -> instruments.grants().stream())
        .filter(Grant::isReckonedAgain)
        .forEach(grant -> benefits.add(grant.benefit()));
    return benefits;
  }

  private EarlierPeriod earlier(
      Evaluator.Question question, Run run, List<Programme> editions, Set<String> benefits) {
    // It never knows less than the run it corrects.
    LocalDate asOf = run.asOf().isAfter(question.asOf()) ? run.asOf() : question.asOf();
    RunRows rows = runs.rows(run.run(), EnumSet.of(RunPart.DECISION, RunPart.GRANT));
    Set<EntityId> granted = new HashSet<>();
    for (GrantDecision grant : rows.grants()) {
      if (grant.isDue() && benefits.contains(grant.benefit())) {
        granted.add(grant.id());
      }
    }
    Map<EntityId, EntityDecision> decisions = new HashMap<>();
    Map<Integer, Set<EntityId>> byEdition = new HashMap<>();
    for (int i = 0; i < rows.decisions().size(); i++) {
      EntityDecision decision = rows.decisions().get(i);
      if (granted.contains(decision.id())) {
        decisions.put(decision.id(), decision);
        byEdition
            .computeIfAbsent(rows.editions().get(i), edition -> new HashSet<>())
            .add(decision.id());
      }
    }
    Map<EntityKind, List<Entity>> entities = new HashMap<>();
    List<Cast> casts = new ArrayList<>();
    for (Programme edition : editions) {
      Set<EntityId> ids = byEdition.getOrDefault(edition.edition(), Set.of());
      if (!ids.isEmpty()) {
        List<Candidate> candidates = new ArrayList<>();
        for (Entity entity :
            entities.computeIfAbsent(
                edition.entity(),
                kind ->
                    new Entities(metricStore, asOf, edition.zone())
                        .load(kind, Casting.fields(editions, kind)))) {
          EntityDecision decision = ids.contains(entity.id()) ? decisions.get(entity.id()) : null;
          if (decision != null) {
            candidates.add(
                new Candidate(entity.id(), entity.name(), entity.fields(), decision.after()));
          }
        }
        casts.add(new Cast(edition, run.period(), asOf, candidates, references(question, edition)));
      }
    }
    return new EarlierPeriod(run, rows.grants(), casts, decisions);
  }

  /** Its own amounts are claimed under today's limits. */
  private static Set<MetricReference> references(Evaluator.Question question, Programme edition) {
    Set<MetricReference> references = new LinkedHashSet<>(References.metricsOfAmounts(edition));
    question.editions().forEach(today -> references.addAll(References.metricsOfAmounts(today)));
    return references;
  }
}
