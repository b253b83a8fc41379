package dev.partnerops.runs;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.FailOn;
import dev.partnerops.command.Session;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code runs list|show|replay|diff}: what was evaluated, what became of it, whether it would be
 * the same again, and why two runs differ (RULES 22, SPEC section 5).
 */
@Command(name = "runs")
public final class RunsCommand implements Runnable {

  private final Session session;

  public RunsCommand(Session session) {
    this.session = session;
  }

  /** Shown by its help; the commands are beneath. */
  @Override
  public void run() {}

  @Command(name = "list")
  int list(
      @Option(
              names = {"-p", "--programme"},
              paramLabel = "PROGRAMME",
              descriptionKey = "programme")
          @Nullable String programme) {
    List<Column> columns =
        List.of(
            Column.count("run"),
            Column.text("programme"),
            Column.text("edition"),
            Column.text("period"),
            Column.day("as_of"),
            Column.count("batch"),
            Column.text("status"),
            Column.text("by"),
            Column.text("approved_by"));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (Store store = session.openToRead("runs list")) {
      for (Run run : new RunStore(store.sql()).list(programme == null ? "" : programme)) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(run.run());
        row.add(run.programme());
        row.add(run.editions());
        row.add(run.period().label());
        row.add(run.asOf());
        row.add(run.batch());
        row.add(run.status().word());
        row.add(run.by());
        row.add(run.approvedBy());
        rows.add(row);
      }
    }
    session.print(new ResultTable(columns, rows));
    return ExitCode.DONE;
  }

  @Command(name = "show")
  int show(@Parameters(paramLabel = "RUN", descriptionKey = "run") long number) {
    try (Store store = session.openToRead("runs show")) {
      RunStore runs = new RunStore(store.sql());
      session.print(RunSheet.of(runs, runs.required(number)));
    }
    return ExitCode.DONE;
  }

  @Command(name = "replay")
  int replay(
      @Parameters(arity = "0..*", paramLabel = "RUN", descriptionKey = "run")
          @Nullable List<Long> numbers,
      @Option(names = "--all", descriptionKey = "all") boolean all,
      @Mixin FailOn failOn) {
    List<Long> named = numbers == null ? List.of() : numbers;
    if (named.isEmpty() != all) {
      throw new ToolException.Usage(Message.of("runs.replay-what"));
    }
    try (Store store = session.openToRead("runs replay")) {
      RunStore runs = new RunStore(store.sql());
      List<Run> chosen =
          all ? runs.list("") : named.stream().distinct().map(runs::required).toList();
      return new Replay(session).run(store, chosen, failOn);
    }
  }

  @Command(name = "diff")
  int diff(
      @Parameters(index = "0", paramLabel = "A", descriptionKey = "a") long a,
      @Parameters(index = "1", paramLabel = "B", descriptionKey = "b") long b) {
    try (Store store = session.openToRead("runs diff")) {
      RunStore runs = new RunStore(store.sql());
      session.print(new RunDiff(session, store).between(runs.required(a), runs.required(b)));
    }
    return ExitCode.DONE;
  }
}
