package dev.partnerops.evaluating;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Judgement;
import dev.partnerops.deciding.ProgrammeJudge;
import dev.partnerops.deciding.Step;
import dev.partnerops.ledger.BookedEntries;
import dev.partnerops.ledger.Horizon;
import dev.partnerops.ledger.Payouts;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunPart;
import dev.partnerops.ledger.RunRows;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.ledger.StandingOverride;
import dev.partnerops.metrics.Entities;
import dev.partnerops.metrics.MetricStore;
import dev.partnerops.metrics.Metrics;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Value;
import dev.partnerops.paying.Earlier;
import dev.partnerops.paying.Held;
import dev.partnerops.paying.PayInput;
import dev.partnerops.paying.Paymaster;
import dev.partnerops.paying.Payments;
import dev.partnerops.programme.Programme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates one whole programme for one period: who is judged, what is measured, what is decided
 * and paid (RULES 2). The same inputs give the same rows. Stores nothing itself.
 */
public final class Evaluator {

  private final Policies programmes;
  private final Past past;
  private final RunStore runs;
  private final MetricStore metricStore;
  private final Metrics metrics;
  private final EarlierPeriods earlierPeriods;
  private final long batch;
  private final String codeVersion;

  Evaluator(
      Policies programmes,
      Past past,
      RunStore runs,
      MetricStore metricStore,
      Metrics metrics,
      long batch,
      String codeVersion) {
    this.programmes = programmes;
    this.past = past;
    this.runs = runs;
    this.metricStore = metricStore;
    this.metrics = metrics;
    this.earlierPeriods = new EarlierPeriods(programmes, runs, metricStore);
    this.batch = batch;
    this.codeVersion = codeVersion;
  }

  /**
   * What is asked: the editions of one programme, for a period, as of a day, following a run. With
   * the batch and the files of metrics and data sets this is all that an answer hangs on: a run is
   * replayed by asking again.
   *
   * @param overrides approved ones of the programme, in the order of their approval; of a run that
   *     was stored, those it obeyed ({@link #obeyed})
   * @param seen how far events of runs, entries of the ledger and payout files are read
   */
  public record Question(
      List<Programme> editions,
      Period period,
      LocalDate asOf,
      @Nullable Run before,
      List<StandingOverride> overrides,
      Horizon seen) {

    public Question {
      editions = List.copyOf(editions);
      overrides = List.copyOf(overrides);
    }

    public String programme() {
      return editions.getLast().id();
    }

    /** The same, with all that happened since. */
    Question asOfNow() {
      return new Question(editions, period, asOf, before, overrides, Horizon.NOW);
    }
  }

  public Evaluated evaluate(Question question) {
    RunRows before = rowsBefore(question);
    Entities entities =
        new Entities(metricStore, question.asOf(), question.editions().getLast().zone());
    Casting casting = cast(question, entities, before);
    RunHistory history = past.history(question);
    BookedEntries booked = past.booked(question);
    Payouts payouts = past.payouts(question);
    ClawBackTerms terms = past.terms(question, payouts);
    HeldGrants held = HeldGrants.of(question, booked, terms, casting, entities);
    List<EarlierPeriod> earlier = earlierPeriods.of(question);
    List<String> references = new ArrayList<>(casting.references());
    earlier.forEach(each -> references.addAll(each.references()));
    references.addAll(held.references());
    Map<EntityId, List<Value>> values = new LinkedHashMap<>();
    List<Judgement> judgements = new ArrayList<>();
    List<Message> notices = new ArrayList<>();
    for (Cast cast : casting.casts()) {
      Measuring table = measure(cast);
      BiFunction<Integer, Integer, Value> measured = table::value;
      keep(cast, cast.places("", references), measured, references.size(), values);
      table.reached().forEach(each -> notices.add(each.text()));
      judgements.add(ProgrammeJudge.judge(cast.input(measured, history, Set.of())));
    }
    List<Earlier> again = new ArrayList<>();
    for (EarlierPeriod each : earlier) {
      again.add(
          each.restored(
              cast -> {
                BiFunction<Integer, Integer, Value> measured = measure(cast)::value;
                List<Integer> places = cast.places(each.prefix(), references);
                keep(cast, places, measured, references.size(), values);
                return measured;
              },
              past.historyBefore(each.run(), question.seen())));
    }
    List<Held> heldBy =
        held.held(
            judgements,
            cast -> {
              BiFunction<Integer, Integer, Value> measured = measure(cast)::value;
              List<Integer> places = cast.places(HeldGrants.prefix(cast), references);
              keep(cast, places, measured, references.size(), values);
              return measured;
            },
            history,
            Set.of());
    Payments payments = Paymaster.pay(new PayInput(judgements, booked, again, heldBy));
    RunRows rows = rows(judgements, payments, references, values, casting);
    int without = 0;
    for (Judgement judgement : judgements) {
      without += judgement.withoutInstruments().size();
    }
    if (without > 0) {
      notices.add(Message.of("evaluating.without-instruments", without));
    }
    notices.addAll(Exclusions.notices(casting.obeyed()));
    casting
        .idle()
        .forEach(override ->
            notices.add(
                Message.of(
                    "evaluating.override-idle",
                    override.override(),
                    override.entity().id(),
                    String.valueOf(override.tier()))));
    return new Evaluated(
        new RunHeader(programmes, batch, codeVersion)
            .of(
                question,
                history,
                booked.last(),
                earlier,
                terms.hangsOnPayouts(booked.benefits()) ? payouts.all() : List.of(),
                rows),
        rows,
        question.editions(),
        notices);
  }

  private static Casting cast(Question question, Entities entities, @Nullable RunRows before) {
    return Casting.of(
        question.editions(),
        question.period(),
        question.asOf(),
        entities,
        before,
        new OverridesInForce(question.overrides()));
  }

  private @Nullable RunRows rowsBefore(Question question) {
    return question.before() == null
        ? null
        : runs.rows(question.before().run(), EnumSet.of(RunPart.DECISION, RunPart.WAITING));
  }

  /** A stored run once more from what it read: where this is its store, the same rows. */
  public Evaluated replay(Run run) {
    return evaluate(past.asked(run));
  }

  /** Every step of the judgement of some entities, from the values a run stored. */
  public Map<EntityId, List<Step>> steps(Run run, RunRows rows, Set<EntityId> entities) {
    Traced traced = again(run, rows, entities);
    Map<EntityId, List<Step>> steps = new HashMap<>();
    entities.forEach(entity -> steps.put(entity, traced.steps(entity)));
    return steps;
  }

  /** A run judged and paid once more from the values it stored, every step of some kept. */
  Traced again(Run run, RunRows rows, Set<EntityId> traced) {
    Question question = past.asked(run);
    return trace(question, past.history(question), rows, question, traced, List.of());
  }

  /** What a stored run would pay today, with all that was booked since (RULES 3). */
  public Payments reckonAgain(Run run, RunRows rows) {
    Question question = past.asked(run);
    Question today = question.asOfNow();
    // A standing of another programme that was taken back since does not count any more.
    RunHistory history = past.historyBefore(run, Horizon.NOW);
    return trace(question, history, rows, today, Set.of(), earlierPeriods.of(today)).payments();
  }

  /** The overrides that a stored run obeyed, whatever became of them since. */
  public List<StandingOverride> obeyed(Run run) {
    return past.obeyed(run);
  }

  /**
   * Judges and pays from stored values.
   *
   * @param paid the question whose horizon tells what is booked
   */
  private Traced trace(
      Question question,
      RunHistory history,
      RunRows rows,
      Question paid,
      Set<EntityId> traced,
      List<EarlierPeriod> earlier) {
    RunRows before = rowsBefore(question);
    Entities entities =
        new Entities(metricStore, question.asOf(), question.editions().getLast().zone());
    Casting casting = cast(question, entities, before);
    List<Judgement> judgements = new ArrayList<>();
    for (Cast cast : casting.casts()) {
      BiFunction<Integer, Integer, Value> stored = stored(cast, "", rows);
      judgements.add(ProgrammeJudge.judge(cast.input(stored, history, traced)));
    }
    List<Earlier> again = new ArrayList<>();
    for (EarlierPeriod each : earlier) {
      // One that was approved since has not been measured yet.
      boolean known = rows.references().containsAll(each.references());
      again.add(
          each.restored(
              cast -> known ? stored(cast, each.prefix(), rows) : measure(cast)::value,
              past.historyBefore(each.run(), paid.seen())));
    }
    BookedEntries booked = past.booked(paid);
    List<Held> held =
        HeldGrants.of(question, booked, past.terms(question, past.payouts(paid)), casting, entities)
            .held(
                judgements,
                cast ->
                    HeldGrants.isKept(cast, rows.references(), rows.values())
                        ? stored(cast, HeldGrants.prefix(cast), rows)
                        : measure(cast)::value,
                history,
                traced);
    Payments payments = Paymaster.pay(new PayInput(judgements, booked, again, held));
    return new Traced(judgements, payments);
  }

  private static BiFunction<Integer, Integer, Value> stored(
      Cast cast, String prefix, RunRows rows) {
    List<Integer> places = cast.places(prefix, rows.references());
    if (places.contains(-1)) {
      throw new ToolException.Precondition(
          Message.of("evaluating.metrics-changed", cast.edition().id()));
    }
    return (candidate, reference) ->
        rows.values()
            .getOrDefault(cast.candidates().get(candidate).id(), List.of())
            .get(places.get(reference));
  }

  /** Judgements and payments with the steps of those who were traced. */
  record Traced(List<Judgement> judgements, Payments payments) {

    /** Every step of one entity, in the order they were taken. */
    List<Step> steps(EntityId entity) {
      List<Step> steps = new ArrayList<>();
      for (Judgement judgement : judgements) {
        steps.addAll(judgement.steps().getOrDefault(entity, List.of()));
      }
      steps.addAll(payments.steps().getOrDefault(entity, List.of()));
      return steps;
    }
  }

  private Measuring measure(Cast cast) {
    return Measuring.of(cast, metrics::compute, batch);
  }

  /** Puts a cast's values beside those of the others; a metric it does not read is nothing. */
  private static void keep(
      Cast cast,
      List<Integer> places,
      BiFunction<Integer, Integer, Value> measured,
      int references,
      Map<EntityId, List<Value>> values) {
    for (int i = 0; i < cast.candidates().size(); i++) {
      List<Value> row =
          values.computeIfAbsent(
              cast.candidates().get(i).id(),
              id -> new ArrayList<>(Collections.nCopies(references, Value.missing())));
      for (int j = 0; j < places.size(); j++) {
        row.set(places.get(j), measured.apply(i, j));
      }
    }
  }

  private static RunRows rows(
      List<Judgement> judgements,
      Payments payments,
      List<String> references,
      Map<EntityId, List<Value>> values,
      Casting casting) {
    List<EntityDecision> decisions = new ArrayList<>();
    List<Integer> editions = new ArrayList<>();
    for (Judgement judgement : judgements) {
      decisions.addAll(judgement.decisions());
      judgement
          .decisions()
          .forEach(decision -> editions.add(judgement.input().programme().edition()));
    }
    return new RunRows(
        decisions,
        editions,
        payments.grants(),
        payments.fees(),
        references,
        values,
        casting.waiting(),
        casting.obeyed().stream().map(StandingOverride::override).toList());
  }
}
