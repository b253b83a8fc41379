package dev.partnerops.runs;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runs list|show}: what was evaluated, and what became of it (RULES 22). */
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
}
