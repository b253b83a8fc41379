package dev.partnerops.evaluating;

import dev.partnerops.deciding.Candidate;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Evaluation;
import dev.partnerops.deciding.History;
import dev.partnerops.deciding.Judgement;
import dev.partnerops.deciding.ProgrammeJudge;
import dev.partnerops.deciding.Recorded;
import dev.partnerops.deciding.Restoring;
import dev.partnerops.deciding.Standing;
import dev.partnerops.deciding.Subject;
import dev.partnerops.ledger.BookedEntries;
import dev.partnerops.metrics.Entities;
import dev.partnerops.metrics.Entity;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Value;
import dev.partnerops.paying.Held;
import dev.partnerops.paying.Holding;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.References;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is held and may be clawed back at one evaluation (RULES 21). Who holds it and is judged in
 * this run stands as the run leaves it; the others are measured besides, as they are today. An
 * entity that is gone from the data set cannot be judged.
 */
final class HeldGrants {

  private final List<Judged> judged = new ArrayList<>();
  private final Map<Integer, Besides> besides = new TreeMap<>();
  private final List<Cast> casts = new ArrayList<>();

  /** A holding, and by what it is judged. */
  private record Judged(Holding holding, ClawBackTerms.Terms terms) {}

  /** Whom an edition, by its number, is asked about besides those it judges. */
  private record Besides(Programme edition, Map<EntityId, Candidate> candidates) {}

  /** Whom a run means to judge, and by which edition. */
  private record Place(int edition, boolean isJudged, Candidate candidate) {}

  private HeldGrants() {}

  /** What is held at that evaluation, by entry. */
  static HeldGrants of(
      Evaluator.Question question,
      BookedEntries booked,
      ClawBackTerms terms,
      Casting casting,
      Entities entities) {
    HeldGrants held = new HeldGrants();
    List<Holding> holdings = terms.holdings(booked, evaluation(question));
    if (!holdings.isEmpty()) {
      held.find(question, holdings, terms, casting, entities);
    }
    for (Besides each : held.besides.values()) {
      held.casts.add(
          new Cast(
              each.edition(),
              question.period(),
              question.asOf(),
              List.copyOf(each.candidates().values()),
              References.metricsOfClawBacks(each.edition())));
    }
    return held;
  }

  private void find(
      Evaluator.Question question,
      List<Holding> holdings,
      ClawBackTerms terms,
      Casting casting,
      Entities entities) {
    Set<EntityId> holders = new HashSet<>();
    holdings.forEach(holding -> holders.add(holding.id()));
    Map<EntityId, Place> places = places(casting, holders);
    Map<EntityKind, Map<EntityId, Candidate>> loaded = new HashMap<>();
    for (Holding holding : holdings) {
      Place place = places.get(holding.id());
      ClawBackTerms.Terms known =
          place == null ? null : terms(question, holding, terms, place.candidate());
      if (place != null && known != null && known.edition().edition() == place.edition()) {
        add(holding, known, place.isJudged() ? null : place.candidate());
        continue;
      }
      Candidate candidate =
          loaded
              .computeIfAbsent(
                  holding.entityKind(),
                  kind -> load(kind, question, holdings, terms, places, casting, entities))
              .get(holding.id());
      ClawBackTerms.Terms other =
          candidate == null ? null : terms(question, holding, terms, candidate);
      if (candidate != null && other != null) {
        add(holding, other, candidate);
      }
    }
  }

  private void add(
      Holding holding, ClawBackTerms.Terms terms, @Nullable Candidate besidesTheJudged) {
    judged.add(new Judged(holding, terms));
    if (besidesTheJudged != null) {
      besides
          .computeIfAbsent(
              terms.edition().edition(),
              number -> new Besides(terms.edition(), new LinkedHashMap<>()))
          .candidates()
          .put(holding.id(), besidesTheJudged);
    }
  }

  private static Map<EntityId, Place> places(Casting casting, Set<EntityId> holders) {
    Map<EntityId, Place> places = new HashMap<>();
    for (Cast cast : casting.casts()) {
      for (Candidate candidate : cast.candidates()) {
        if (holders.contains(candidate.id())) {
          places.put(
              candidate.id(),
              new Place(
                  cast.edition().edition(),
                  ProgrammeJudge.hasInstruments(cast.edition(), candidate),
                  candidate));
        }
      }
    }
    return places;
  }

  private static ClawBackTerms.@Nullable Terms terms(
      Evaluator.Question question, Holding holding, ClawBackTerms terms, Candidate candidate) {
    return terms.find(holding, evaluation(question), candidate::field).orElse(null);
  }

  private static Evaluation evaluation(Evaluator.Question question) {
    return Cast.evaluation(question.editions().getLast(), question.period(), question.asOf());
  }

  /** Those of a kind who hold something, with all that any edition which may judge them reads. */
  private static Map<EntityId, Candidate> load(
      EntityKind kind,
      Evaluator.Question question,
      List<Holding> holdings,
      ClawBackTerms terms,
      Map<EntityId, Place> places,
      Casting casting,
      Entities entities) {
    Set<EntityId> holders = new HashSet<>();
    holdings.forEach(holding -> holders.add(holding.id()));
    Map<Integer, Programme> ended = new TreeMap<>();
    holdings.forEach(
        holding -> terms.ended(holding).forEach(edition -> ended.put(edition.edition(), edition)));
    List<Programme> editions = new ArrayList<>(question.editions());
    editions.addAll(ended.values());
    Map<EntityId, Candidate> loaded = new HashMap<>();
    for (Entity entity : entities.load(kind, Casting.fields(editions, kind))) {
      if (holders.contains(entity.id())) {
        Place place = places.get(entity.id());
        Standing standing =
            place == null
                ? casting.waiting().getOrDefault(entity.id(), Standing.NONE)
                : place.candidate().before();
        loaded.put(
            entity.id(), new Candidate(entity.id(), entity.name(), entity.fields(), standing));
      }
    }
    return loaded;
  }

  /** What the names of an edition's values begin with among those of the run. */
  static String prefix(Cast cast) {
    return "claw_back " + cast.edition().edition() + " ";
  }

  /** The values of those who are measured besides, as the texts a run keeps them by. */
  List<String> references() {
    return casts.stream().flatMap(HeldGrants::references).toList();
  }

  private static Stream<String> references(Cast cast) {
    return cast.references().stream()
        .map(MetricReference::toString)
        .distinct()
        .map(reference -> prefix(cast) + reference);
  }

  /** Whether a run kept every value of that cast. */
  static boolean isKept(Cast cast, List<String> references, Map<EntityId, List<Value>> values) {
    return references.containsAll(references(cast).toList())
        && cast.candidates().stream().allMatch(each -> values.containsKey(each.id()));
  }

  /**
   * What is held with who holds it.
   *
   * @param values of a cast, by candidate and reference
   */
  List<Held> held(
      List<Judgement> judgements,
      Function<Cast, BiFunction<Integer, Integer, Value>> values,
      History history,
      Set<EntityId> traced) {
    Map<EntityId, EntityDecision> decisions = new HashMap<>();
    Map<Integer, Map<EntityId, Subject>> subjects = new HashMap<>();
    for (Judgement judgement : judgements) {
      judgement.decisions().forEach(decision -> decisions.put(decision.id(), decision));
      Map<EntityId, Subject> own = new HashMap<>();
      judgement.subjects().forEach(subject -> own.put(subject.candidate().id(), subject));
      subjects.put(judgement.input().programme().edition(), own);
    }
    for (Cast cast : casts) {
      List<Restoring.Left> left =
          cast.candidates().stream()
              .map(candidate -> left(cast.edition(), candidate.id(), decisions, history))
              .toList();
      Map<EntityId, Subject> own =
          subjects.computeIfAbsent(cast.edition().edition(), edition -> new HashMap<>());
      Restoring.holders(cast.input(values.apply(cast), history, traced), left)
          .forEach(subject -> own.put(subject.candidate().id(), subject));
    }
    List<Held> held = new ArrayList<>();
    for (Judged each : judged) {
      Subject subject =
          subjects
              .getOrDefault(each.terms().edition().edition(), Map.of())
              .get(each.holding().id());
      held.add(new Held(each.holding(), each.terms().grant(), Objects.requireNonNull(subject)));
    }
    return held;
  }

  private static Restoring.Left left(
      Programme edition, EntityId id, Map<EntityId, EntityDecision> decisions, History history) {
    EntityDecision decision = decisions.get(id);
    if (decision != null) {
      return new Restoring.Left.By(decision);
    }
    List<Recorded> recorded =
        References.clawsBackByResults(edition) ? history.of(edition.id(), id) : List.of();
    return new Restoring.Left.Waiting(recorded.isEmpty() ? null : recorded.getLast());
  }
}
