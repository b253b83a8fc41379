package dev.partnerops.evaluating;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.ledger.Entry;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunPart;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.paying.Payments;
import dev.partnerops.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code approve RUN…}: a proposed run counts from now on, and everything it pays is booked in one
 * transaction.
 */
@Command(name = "approve")
public final class ApproveCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(arity = "0..*", paramLabel = "RUN", descriptionKey = "run")
  private List<Long> numbers = List.of();

  @Option(
      names = {"-p", "--programme"},
      paramLabel = "PROGRAMME",
      descriptionKey = "programme")
  private @Nullable String programme;

  @Option(names = "--period", paramLabel = "PERIOD", descriptionKey = "period")
  private @Nullable String period;

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private @Nullable String by;

  public ApproveCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Store store = session.openToWrite("approve")) {
      for (long number : chosen(store)) {
        approve(store, number);
      }
    }
    return ExitCode.DONE;
  }

  /** The runs by number, or the newest live one of a programme's period. */
  private List<Long> chosen(Store store) {
    boolean named = programme != null || period != null;
    if (numbers.isEmpty() != named || (named && period == null)) {
      throw new ToolException.Usage(Message.of("evaluating.approve-what"));
    }
    return period == null ? numbers : live(store, period);
  }

  /** A programme that was judged from a file may be gone, while its id still names its runs. */
  private String programmeId(Store store) {
    if (programme != null && !Files.isRegularFile(session.path(Path.of(programme)))) {
      return programme;
    }
    try (EvaluationStore bench = EvaluationStore.open(session, store, store.lastBatch())) {
      return bench.programmes().find(programme).getLast().id();
    }
  }

  private List<Long> live(Store store, String asked) {
    String id = programmeId(store);
    RunStore runs = new RunStore(store.sql());
    Period named =
        Period.parse(asked)
            .orElseThrow(
                () -> new ToolException.Usage(Message.of("evaluating.period-unreadable", asked)));
    return runs.list(id).stream()
        .filter(run -> isSpelledBy(run.period(), named))
        .filter(run -> run.status() == RunStatus.PROPOSED || run.status() == RunStatus.APPROVED)
        .map(Run::run)
        .reduce((first, last) -> last)
        .map(List::of)
        .orElseThrow(() ->
            new ToolException.Usage(
                Message.of("evaluating.nothing-to-approve", id, named.label())));
  }

  /** Periods of some days are also named by their first (RULES 50). */
  private static boolean isSpelledBy(Period period, Period named) {
    return period.equals(named)
        || (period.unit() == Period.Unit.SPAN
            && named.unit() == Period.Unit.DAY
            && period.first().equals(named.first()));
  }

  private void approve(Store store, long number) {
    RunStore runs = new RunStore(store.sql());
    Run run = RunsCommand.required(runs, number);
    if (run.status() == RunStatus.APPROVED) {
      session.notice(Message.of("evaluating.approved-before", number));
      return;
    }
    require(run);
    requireOrder(runs, run);
    try (EvaluationStore bench = EvaluationStore.open(session, store, run.batch())) {
      EntityKind kind = bench.programmes().asStored(run, runs).getLast().entity();
      Payments today =
          bench
              .evaluator()
              .reckonAgain(run, runs.rows(number, EnumSet.of(RunPart.REFERENCE, RunPart.VALUE)));
      Iterable<Entry> entries = Booking.entries(run, kind, today.grants(), today.fees());
      Booking.requireUnchanged(
          run, Booking.entries(run, kind, runs.grants(number), runs.fees(number)), entries);
      OffsetDateTime now = Evaluations.now(session.surroundings().clock());
      int booked = bench.ledger().append(entries, now);
      runs.event(number, RunStatus.APPROVED, by, now);
      store.publish();
      session.notice(Message.of("evaluating.approved", number, booked));
    }
  }

  private void require(Run run) {
    if (run.status() != RunStatus.PROPOSED) {
      throw new ToolException.Precondition(
          Message.of("evaluating.not-proposed", run.run(), run.status().word()));
    }
    boolean second = session.workspace().configuration().secondPerson();
    if (second && (by == null || run.by() == null || by.equals(run.by()))) {
      throw new ToolException.Precondition(
          Message.of("evaluating.second-person", run.run(), run.by() == null ? "-" : run.by()));
    }
  }

  /**
   * Of a period at most one run is approved, and none before an approved one of a programme with
   * standings.
   */
  private static void requireOrder(RunStore runs, Run run) {
    if (runs.findApproved(run.programme(), run.period()).isPresent()) {
      throw new ToolException.Precondition(
          Message.of(
              "evaluating.period-approved", run.run(), run.programme(), run.period().label()));
    }
    if (run.before() != null) {
      Run before = RunsCommand.required(runs, run.before());
      if (before.status() != RunStatus.APPROVED) {
        throw new ToolException.Precondition(
            Message.of(
                "evaluating.before-gone",
                run.run(),
                before.run(),
                before.status().word(),
                run.programme(),
                run.period().label()));
      }
    }
  }
}
