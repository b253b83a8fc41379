package dev.partnerops.evaluating;

import dev.partnerops.command.EvaluationOptions;
import dev.partnerops.command.Session;
import dev.partnerops.ledger.PackedRun;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.References;
import dev.partnerops.store.Store;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Evaluates as a command asks and keeps the run (RULES 2, 7, 11): prints the approved run of a
 * period where there is one, stores nothing for a projection or a dry run, and supersedes an older
 * proposal.
 */
final class Evaluations {

  private final Session session;
  private final EvaluationOptions options;
  private final String command;

  Evaluations(Session session, EvaluationOptions options, String command) {
    this.session = session;
    this.options = options;
    this.command = command;
  }

  Evaluated evaluate() {
    try (Store store =
            options.isDryRun() ? session.openToRead(command) : session.openToWrite(command);
        EvaluationStore bench = EvaluationStore.open(session, store, store.lastBatch())) {
      return evaluate(store, bench);
    }
  }

  private Evaluated evaluate(Store store, EvaluationStore bench) {
    List<Programme> all = bench.programmes().find(options.programme());
    String programme = all.getLast().id();
    LocalDate asOf = session.asOf(all.getLast().zone());
    Period period = PeriodChoice.choose(all, options.period(), asOf, options.isDryRun());
    RunStore runs = bench.runs();
    if (!options.isDryRun()) {
      Optional<Run> approved = runs.findApproved(programme, period);
      if (approved.isPresent()) {
        return stored(
            bench,
            approved.get(),
            Message.of(
                "evaluating.approved-already", approved.get().run(), programme, period.label()));
      }
    }
    List<Programme> editions = bench.programmes().inForce(all, period).all();
    requireUnfrozen(runs, editions);
    OrderData.examine(bench, period, asOf, options.completeTo()).forEach(session::notice);
    bench.programmes().owed(runs, editions, period, options.isStrict()).forEach(session::notice);
    Optional<Run> before =
        RunOrder.before(runs, programme, period, editions.stream().anyMatch(Evaluations::stands));
    Evaluated evaluated =
        bench
            .evaluator()
            .evaluate(new Evaluator.Question(editions, period, asOf, before.orElse(null)));
    evaluated.notices().forEach(session::notice);
    if (options.isDryRun()) {
      return evaluated;
    }
    if (asOf.isBefore(period.last())) {
      session.notice(Message.of("evaluating.projection", period.label(), asOf));
      return evaluated;
    }
    return keep(store, bench, evaluated);
  }

  private Evaluated keep(Store store, EvaluationStore bench, Evaluated evaluated) {
    RunStore runs = bench.runs();
    Optional<Run> same = runs.findSame(evaluated.run().identity());
    if (same.isPresent()) {
      return stored(bench, same.get(), Message.of("evaluating.same", same.get().run()));
    }
    OffsetDateTime now = now(session.surroundings().clock());
    for (Run older : runs.of(evaluated.run().programme(), evaluated.run().period())) {
      if (older.status() == RunStatus.PROPOSED) {
        runs.event(older.run(), RunStatus.SUPERSEDED, options.by(), now);
        session.notice(Message.of("evaluating.supersedes", older.run()));
      }
    }
    long number =
        runs.insert(
            evaluated.run(),
            evaluated.editions(),
            PackedRun.pack(evaluated.rows()),
            options.by(),
            now);
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
  private static void requireUnfrozen(RunStore runs, List<Programme> editions) {
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

  static OffsetDateTime now(Clock clock) {
    return OffsetDateTime.now(clock)
        .withOffsetSameInstant(ZoneOffset.UTC)
        .truncatedTo(ChronoUnit.MILLIS);
  }
}
