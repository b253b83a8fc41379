package dev.partnerops.evaluating;

import dev.partnerops.deciding.Candidate;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Evaluation;
import dev.partnerops.deciding.Population;
import dev.partnerops.deciding.Standing;
import dev.partnerops.deciding.TierOverride;
import dev.partnerops.ledger.RunRows;
import dev.partnerops.ledger.StandingOverride;
import dev.partnerops.metrics.Entities;
import dev.partnerops.metrics.Entity;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Period;
import dev.partnerops.programme.Editions;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.References;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who is judged, by which edition, from which standing (RULES 19, 20). Entities outside {@code
 * where}, and those an override leaves out, wait with the standing they have.
 *
 * @param obeyed the overrides that were in force for somebody who would have been judged, by number
 * @param idle those of them that name a tier which the entity's ladder has not: nothing comes of
 *     them
 */
record Casting(
    List<Cast> casts,
    Map<EntityId, Standing> waiting,
    List<StandingOverride> obeyed,
    List<StandingOverride> idle) {

  static Casting of(
      List<Programme> editions,
      Period period,
      LocalDate asOf,
      Entities entities,
      @Nullable RunRows before,
      OverridesInForce overrides) {
    return of(
        editions,
        period,
        asOf,
        kind -> entities.load(kind, fields(editions, kind)),
        standings(before),
        overrides);
  }

  /**
   * The same of entities that were loaded.
   *
   * @param loaded all of a kind, with the fields that the editions read
   * @param before the standings that were left behind
   */
  static Casting of(
      List<Programme> editions,
      Period period,
      LocalDate asOf,
      Function<EntityKind, List<Entity>> loaded,
      Map<EntityId, Standing> before,
      OverridesInForce overrides) {
    Editions inForce = Editions.inForce(editions, period);
    Map<EntityId, Standing> standings = new TreeMap<>(before);
    // By the very edition: all that a policy says would be hashed for each entity.
    IdentityHashMap<Programme, Chosen> chosen = new IdentityHashMap<>();
    editions.forEach(edition ->
        chosen.put(edition, new Chosen(Cast.evaluation(edition, period, asOf), new ArrayList<>())));
    List<StandingOverride> obeyed = new ArrayList<>();
    List<StandingOverride> idle = new ArrayList<>();
    for (EntityKind kind : kinds(editions)) {
      for (Entity entity : loaded.apply(kind)) {
        Optional<Programme> edition = inForce.of(entity.id(), entity::field);
        if (edition.isEmpty() || !edition.get().entity().equals(kind)) {
          continue;
        }
        Candidate candidate =
            new Candidate(
                entity.id(),
                entity.name(),
                entity.fields(),
                standings.getOrDefault(entity.id(), Standing.NONE));
        Chosen own = Objects.requireNonNull(chosen.get(edition.get()));
        if (!Population.isInside(edition.get(), own.evaluation(), candidate)) {
          continue;
        }
        StandingOverride override = null;
        for (StandingOverride each :
            overrides.of(kind, entity.id(), own.evaluation().evaluationDay())) {
          if (override == null && isPossible(each, edition.get(), candidate)) {
            override = each;
          } else if (override == null) {
            idle.add(each);
          }
        }
        if (override != null) {
          obeyed.add(override);
        }
        if (override == null || !override.excludes()) {
          own.candidates().add(overridden(candidate, override));
          standings.remove(entity.id());
        }
      }
    }
    List<Cast> casts = new ArrayList<>();
    for (Programme edition : editions) {
      List<Candidate> candidates = Objects.requireNonNull(chosen.get(edition)).candidates();
      casts.add(Cast.of(edition, period, asOf, candidates));
    }
    Comparator<StandingOverride> byNumber = Comparator.comparingLong(StandingOverride::override);
    obeyed.sort(byNumber);
    idle.sort(byNumber);
    return new Casting(casts, standings, obeyed, idle);
  }

  private static boolean isPossible(
      StandingOverride override, Programme edition, Candidate candidate) {
    return override.tier() == null
        || Population.tiers(edition, candidate).contains(override.tier());
  }

  private static Candidate overridden(Candidate candidate, @Nullable StandingOverride override) {
    return override == null || override.tier() == null
        ? candidate
        : candidate.with(new TierOverride(override.override(), override.tier()));
  }

  /** Whom an edition judges, at which evaluation. */
  private record Chosen(Evaluation evaluation, List<Candidate> candidates) {}

  /** All metrics that any edition reads, each once, as the texts a run keeps them by. */
  List<String> references() {
    return casts.stream()
        .flatMap(cast -> cast.references().stream())
        .map(MetricReference::toString)
        .distinct()
        .toList();
  }

  private static Set<EntityKind> kinds(List<Programme> editions) {
    Set<EntityKind> kinds = new TreeSet<>();
    editions.forEach(edition -> kinds.add(edition.entity()));
    return kinds;
  }

  /** What the editions over a kind read of its entities, and through these of others. */
  static Set<String> fields(List<Programme> editions, EntityKind kind) {
    Set<String> fields = new TreeSet<>();
    for (Programme edition : editions) {
      if (edition.entity().equals(kind)) {
        fields.addAll(References.fieldsOf(edition));
      }
    }
    return fields;
  }

  /** What the run before left behind, of those it judged and of those who waited. */
  static Map<EntityId, Standing> standings(@Nullable RunRows before) {
    Map<EntityId, Standing> standings = new TreeMap<>();
    if (before != null) {
      standings.putAll(before.waiting());
      for (EntityDecision decision : before.decisions()) {
        standings.put(decision.id(), decision.after());
      }
    }
    return standings;
  }
}
