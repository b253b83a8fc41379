package dev.partnerops.approving;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.PersonName;
import dev.partnerops.command.Session;
import dev.partnerops.evaluating.EvaluationStore;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code approve RUN…}: a proposed run counts from now on, and everything it pays is booked in one
 * transaction. {@code approve --override N}: evaluations obey an override from now on.
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

  @Option(names = "--override", paramLabel = "OVERRIDE", descriptionKey = "override")
  private List<Long> overrides = List.of();

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private @Nullable String by;

  public ApproveCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    String person = PersonName.of(by);
    try (Store store = session.openToWrite("approve")) {
      if (!overrides.isEmpty()) {
        approveOverrides(store, person);
        return ExitCode.DONE;
      }
      Approvals approvals = new Approvals(session);
      for (long number : chosen(store)) {
        approvals.approve(store, number, person);
      }
    }
    return ExitCode.DONE;
  }

  private void approveOverrides(Store store, @Nullable String person) {
    if (!numbers.isEmpty() || programme != null || period != null) {
      throw new ToolException.Usage(Message.of("approving.approve-what"));
    }
    OverrideApprovals approvals = new OverrideApprovals(session);
    for (long number : overrides) {
      approvals.approve(store, number, person);
    }
  }

  /** The runs by number, or the newest live one of a programme's period. */
  private List<Long> chosen(Store store) {
    boolean named = programme != null || period != null;
    if (numbers.isEmpty() != named || (named && period == null)) {
      throw new ToolException.Usage(Message.of("approving.approve-what"));
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
            new ToolException.Usage(Message.of("approving.nothing-to-approve", id, named.label())));
  }

  /** Periods of some days are also named by their first (RULES 50). */
  private static boolean isSpelledBy(Period period, Period named) {
    return period.equals(named)
        || (period.unit() == Period.Unit.SPAN
            && named.unit() == Period.Unit.DAY
            && period.first().equals(named.first()));
  }
}
