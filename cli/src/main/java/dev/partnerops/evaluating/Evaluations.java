package dev.partnerops.evaluating;

import dev.partnerops.command.EvaluationOptions;
import dev.partnerops.command.PersonName;
import dev.partnerops.command.Session;
import dev.partnerops.ledger.PackedRun;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunInputs;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.References;
import dev.partnerops.store.Store;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates as a command asks and keeps the run (RULES 2, 7, 11): prints the approved run of a
 * period where there is one, stores nothing for a projection or a dry run, and supersedes an older
 * proposal.
 */
public final class Evaluations {

  private final Session session;
  private final Asked asked;
  private final LongConsumer alongside;

  public Evaluations(Session session, Asked asked) {
    this(session, asked, run -> {});
  }

  /**
   * With something of the caller's in one transaction.
   *
   * @param alongside what else is written in the transaction that stores a new run, given its
   *     number
   */
  public Evaluations(Session session, Asked asked, LongConsumer alongside) {
    this.session = session;
    this.asked = asked;
    this.alongside = alongside;
  }

  /**
   * What is to be evaluated.
   *
   * @param programme id or file; absent: the only one there is
   * @param period as written; empty: the last that ended by the as-of day
   * @param dryRun nothing is stored
   * @param by who asks; absent where nobody was named
   * @param completeTo the day orders must reach; absent: none is asked
   * @param strict a programme read by {@code of:} that owes a run is a failed precondition
   */
  public record Asked(
      @Nullable String programme,
      String period,
      boolean dryRun,
      @Nullable String by,
      @Nullable LocalDate completeTo,
      boolean strict) {

    static Asked by(EvaluationOptions options) {
      return new Asked(
          options.programme(),
          options.period(),
          options.isDryRun(),
          PersonName.of(options.by()),
          options.completeTo(),
          options.isStrict());
    }
  }

  /** Over a store of its own, opened in the name of that command. */
  Evaluated evaluate(String command) {
    try (Store store =
        asked.dryRun() ? session.openToRead(command) : session.openToWrite(command)) {
      return evaluate(store);
    }
  }

  /** Over a store that is open, to write unless it is a dry run. */
  public Evaluated evaluate(Store store) {
    try (EvaluationStore bench = EvaluationStore.open(session, store, store.lastBatch())) {
      return evaluate(store, bench);
    }
  }

  private Evaluated evaluate(Store store, EvaluationStore bench) {
    List<Programme> all = bench.programmes().find(asked.programme());
    String programme = all.getLast().id();
    LocalDate asOf = session.asOf(all.getLast().zone());
    Period period = PeriodChoice.choose(all, asked.period(), asOf, asked.dryRun());
    RunStore runs = bench.runs();
    if (!asked.dryRun()) {
      Optional<Run> approved = runs.findApproved(programme, period);
      if (approved.isPresent()) {
        Exclusions.notices(bench.evaluator().obeyed(approved.get())).forEach(session::notice);
        return stored(
            bench,
            approved.get(),
            Message.of(
                "evaluating.approved-already", approved.get().run(), programme, period.label()));
      }
      requireOpen(bench, programme, period);
    }
    List<Programme> editions = bench.programmes().inForce(all, period).all();
    requireUnfrozen(runs, editions);
    OrderData.examine(bench, period, asOf, asked.completeTo()).forEach(session::notice);
    bench.programmes().owed(runs, editions, period, asked.strict()).forEach(session::notice);
    Optional<Run> before =
        RunOrder.before(runs, programme, period, editions.stream().anyMatch(Evaluations::stands));
    Evaluator.Question question =
        new Evaluator.Question(
            editions,
            period,
            asOf,
            before.orElse(null),
            bench.overrides().approved(programme),
            bench.inputs().now());
    Evaluated evaluated = bench.evaluator().evaluate(question);
    evaluated.notices().forEach(session::notice);
    if (asked.dryRun()) {
      return evaluated;
    }
    if (asOf.isBefore(period.last())) {
      session.notice(Message.of("evaluating.projection", period.label(), asOf));
      return evaluated;
    }
    return keep(store, bench, question, evaluated);
  }

  private Evaluated keep(
      Store store, EvaluationStore bench, Evaluator.Question question, Evaluated evaluated) {
    RunStore runs = bench.runs();
    Optional<Run> same = runs.findSame(evaluated.run().identity());
    OffsetDateTime now = session.surroundings().now();
    if (same.isPresent()) {
      sign(store, runs, same.get(), now);
      return stored(bench, same.get(), Message.of("evaluating.same", same.get().run()));
    }
    for (Run older : runs.of(evaluated.run().programme(), evaluated.run().period())) {
      if (older.status() == RunStatus.PROPOSED) {
        runs.event(older.run(), RunStatus.SUPERSEDED, asked.by(), now);
        session.notice(Message.of("evaluating.supersedes", older.run()));
      }
    }
    long number =
        runs.insert(
            evaluated.run(),
            evaluated.editions(),
            new RunInputs(true, bench.programmes().sources(question.editions()), question.seen()),
            PackedRun.pack(evaluated.rows()),
            asked.by(),
            now);
    alongside.accept(number);
    store.publish();
    session.notice(
        Message.of(
            "evaluating.proposed",
            number,
            evaluated.run().programme(),
            evaluated.run().period().label()));
    return new Evaluated(
        runs.find(number).orElseThrow(), evaluated.rows(), evaluated.editions(), List.of());
  }

  /** A proposal that nobody put a name to becomes that of the first who makes it again by name. */
  private void sign(Store store, RunStore runs, Run run, OffsetDateTime now) {
    if (run.status() == RunStatus.PROPOSED && run.by() == null && asked.by() != null) {
      runs.event(run.run(), RunStatus.PROPOSED, asked.by(), now);
      store.publish();
      session.notice(Message.of("evaluating.signed", run.run(), asked.by()));
    }
  }

  /** Nothing is proposed for a closed month (RULES 17). */
  private static void requireOpen(EvaluationStore bench, String programme, Period period) {
    Optional<Period> closed = bench.months().findClosed(period.last());
    if (closed.isPresent()) {
      throw new ToolException.Precondition(
          Message.of("evaluating.month-closed", programme, period.label(), closed.get().label()));
    }
  }

  private Evaluated stored(EvaluationStore bench, Run run, Message notice) {
    session.notice(notice);
    return new Evaluated(
        run,
        bench.runs().rows(run.run()),
        bench.programmes().asStored(run, bench.runs()),
        List.of());
  }

  /**
   * An edition that an approved run used is frozen: other content under its number is refused
   * (RULES 19).
   */
  public static void requireUnfrozen(RunStore runs, List<Programme> editions) {
    for (Programme edition : editions) {
      Optional<String> frozen = runs.findFrozenDigest(edition.id(), edition.edition());
      if (frozen.isPresent() && !frozen.get().equals(edition.digest())) {
        throw new ToolException.Policy(
            Message.of(
                "evaluating.frozen",
                edition.file(),
                edition.edition(),
                edition.id(),
                edition.edition() + 1));
      }
    }
  }

  /**
   * Whether an edition hangs on the run before: a ladder, a condition that must have held, an entry
   * that is remembered (RULES 2).
   */
  private static boolean stands(Programme edition) {
    return edition.allInstruments().stream().anyMatch(instruments -> instruments.ladder() != null)
        || References.asksWhatHeld(edition)
        || References.remembers(edition);
  }
}
