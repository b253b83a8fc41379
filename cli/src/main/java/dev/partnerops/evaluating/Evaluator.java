package dev.partnerops.evaluating;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Judgement;
import dev.partnerops.deciding.ProgrammeJudge;
import dev.partnerops.deciding.Step;
import dev.partnerops.ledger.BookedEntries;
import dev.partnerops.ledger.LedgerStore;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunPart;
import dev.partnerops.ledger.RunRows;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.metrics.Entities;
import dev.partnerops.metrics.MetricStore;
import dev.partnerops.metrics.Metrics;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Value;
import dev.partnerops.paying.Earlier;
import dev.partnerops.paying.PayInput;
import dev.partnerops.paying.Paymaster;
import dev.partnerops.paying.Payments;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.References;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates one whole programme for one period: who is judged, what is measured, what is decided
 * and paid (RULES 2). The same inputs give the same rows. Stores nothing itself.
 */
public final class Evaluator {

  private final Policies programmes;
  private final RunStore runs;
  private final LedgerStore ledger;
  private final MetricStore metricStore;
  private final Metrics metrics;
  private final EarlierPeriods earlierPeriods;
  private final long batch;
  private final String codeVersion;

  Evaluator(
      Policies programmes,
      RunStore runs,
      LedgerStore ledger,
      MetricStore metricStore,
      Metrics metrics,
      long batch,
      String codeVersion) {
    this.programmes = programmes;
    this.runs = runs;
    this.ledger = ledger;
    this.metricStore = metricStore;
    this.metrics = metrics;
    this.earlierPeriods = new EarlierPeriods(programmes, runs, metricStore);
    this.batch = batch;
    this.codeVersion = codeVersion;
  }

  /** What is asked: the editions of one programme, for a period, as of a day, following a run. */
  public record Question(
      List<Programme> editions, Period period, LocalDate asOf, @Nullable Run before) {

    public String programme() {
      return editions.getLast().id();
    }
  }

  public Evaluated evaluate(Question question) {
    RunRows before = rowsBefore(question);
    Entities entities =
        new Entities(metricStore, question.asOf(), question.editions().getLast().zone());
    Casting casting =
        Casting.of(question.editions(), question.period(), question.asOf(), entities, before);
    RunHistory history =
        new RunHistory(
            runs,
            programmes.latest(),
            question.programme(),
            question.period().last(),
            Long.MAX_VALUE);
    BookedEntries booked =
        new BookedEntries(
            ledger.ofProgramme(question.programme(), Long.MAX_VALUE), question.editions());
    List<EarlierPeriod> earlier = earlierPeriods.of(question);
    List<String> references = new ArrayList<>(casting.references());
    earlier.forEach(each -> references.addAll(each.references()));
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
              historyBefore(each.run())));
    }
    Payments payments = Paymaster.pay(new PayInput(judgements, booked, again));
    RunRows rows = rows(judgements, payments, references, values, casting);
    int without = 0;
    for (Judgement judgement : judgements) {
      without += judgement.withoutInstruments().size();
    }
    if (without > 0) {
      notices.add(Message.of("evaluating.without-instruments", without));
    }
    return new Evaluated(
        header(question, history, booked.last(), earlier, rows),
        rows,
        question.editions(),
        notices);
  }

  private @Nullable RunRows rowsBefore(Question question) {
    return question.before() == null
        ? null
        : runs.rows(question.before().run(), EnumSet.of(RunPart.DECISION, RunPart.WAITING));
  }

  /** A run judged and paid once more from the values it stored, every step of some kept. */
  Traced again(Run run, RunRows rows, Set<EntityId> traced) {
    return trace(asAsked(run), run, rows, run.run(), traced, List.of());
  }

  /** What a stored run would pay today, with all that was booked since (RULES 3). */
  public Payments reckonAgain(Run run, RunRows rows) {
    Question question = asAsked(run);
    List<EarlierPeriod> earlier = earlierPeriods.of(question);
    return trace(question, run, rows, Long.MAX_VALUE, Set.of(), earlier).payments();
  }

  private Question asAsked(Run run) {
    return new Question(
        programmes.asStored(run, runs),
        run.period(),
        run.asOf(),
        Optional.ofNullable(run.before()).flatMap(runs::find).orElse(null));
  }

  /** Judges and pays from stored values, with the entries of runs before {@code until}. */
  private Traced trace(
      Question question,
      Run run,
      RunRows rows,
      long until,
      Set<EntityId> traced,
      List<EarlierPeriod> earlier) {
    RunRows before = rowsBefore(question);
    Entities entities =
        new Entities(metricStore, question.asOf(), question.editions().getLast().zone());
    Casting casting =
        Casting.of(question.editions(), question.period(), question.asOf(), entities, before);
    RunHistory history = historyBefore(run);
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
              historyBefore(each.run())));
    }
    BookedEntries booked =
        new BookedEntries(ledger.ofProgramme(question.programme(), until), question.editions());
    Payments payments = Paymaster.pay(new PayInput(judgements, booked, again));
    return new Traced(judgements, payments);
  }

  /** What a run could read. */
  private RunHistory historyBefore(Run run) {
    return new RunHistory(
        runs, programmes.latest(), run.programme(), run.period().last(), run.run());
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
    return Measuring.of(cast, metrics, batch);
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
        casting.waiting());
  }

  private Run header(
      Question question,
      RunHistory history,
      long lastEntry,
      List<EarlierPeriod> earlier,
      RunRows rows) {
    Set<String> others = new TreeSet<>();
    for (Programme edition : question.editions()) {
      for (String other : References.programmesReadBy(edition)) {
        history.approved(other).forEach(run -> others.add(other + "=" + run.run()));
      }
      if (References.readsOwnPast(edition)) {
        history.approved(edition.id()).forEach(run -> others.add(edition.id() + "=" + run.run()));
      }
    }
    // What they granted without booking it is in no entry.
    earlier.forEach(each -> others.add(question.programme() + "=" + each.run().run()));
    List<String> digests = question.editions().stream().map(Programme::digest).sorted().toList();
    Long before = question.before() == null ? null : question.before().run();
    String identity =
        Identity.of(
            question.programme(),
            digests.toString(),
            question.period().label(),
            question.asOf().toString(),
            Long.toString(batch),
            String.valueOf(before),
            others.toString(),
            Long.toString(lastEntry),
            programmes.metricsDigest());
    return new Run(
        0,
        question.programme(),
        String.join(
            ",",
            question.editions().stream()
                .map(edition -> Integer.toString(edition.edition()))
                .toList()),
        question.period(),
        question.asOf(),
        batch,
        rows.decisions().size(),
        before,
        identity,
        "",
        codeVersion,
        digests,
        RunStatus.PROPOSED,
        null,
        null);
  }
}
