package dev.partnerops.nightly;

import dev.partnerops.command.AnswerFile;
import dev.partnerops.command.Session;
import dev.partnerops.evaluating.Evaluated;
import dev.partnerops.evaluating.EvaluationStore;
import dev.partnerops.evaluating.RunCounts;
import dev.partnerops.evaluating.RunTables;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunPart;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Format;
import dev.partnerops.output.PrintOptions;
import dev.partnerops.output.ResultTable;
import dev.partnerops.store.PrivateFiles;
import dev.partnerops.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The parts of each run of a night as csv files in {@code reports/<as-of day>/}, the bytes that the
 * commands print of it (SPEC section 6; RULES 55).
 */
final class RunReports {

  /** What no name of a file has anywhere; ids are never file names as they are (RULES 26). */
  private static final String UNFIT = "[^\\p{L}\\p{N}._=+-]";

  private static final PrintOptions AS_PRINTED = new PrintOptions(true, false);

  private final Session session;
  private final Store store;
  private final NightRecord record;

  RunReports(Session session, Store store, NightRecord record) {
    this.session = session;
    this.store = store;
    this.record = record;
  }

  /** Makes the folder of a night's reports where it is not there; gives its path. */
  static Path makeFolder(Session session, NightRecord record) {
    Path folder = session.workspace().folder().resolve(name(record));
    try {
      return PrivateFiles.createFolder(folder);
    } catch (IOException e) {
      throw new ToolException.Resources(Message.of("command.cannot-write", folder, e), e);
    }
  }

  /** From the workspace. */
  private static String name(NightRecord record) {
    return "reports/" + record.asOf();
  }

  /** Writes them all, and says what they are of. */
  List<RunSummary> write() {
    makeFolder(session, record);
    List<RunSummary> summaries = new ArrayList<>();
    for (Step.OfRun step : record.runs()) {
      if (step.status() == Step.RunStatus.PROPOSED && step.run() != null) {
        summaries.add(write(step.run()));
      }
    }
    return summaries;
  }

  private RunSummary write(long number) {
    Evaluated evaluated = stored(number);
    Run run = evaluated.run();
    List<String> reports = new ArrayList<>();
    boolean counts = run.status() == RunStatus.PROPOSED || run.status() == RunStatus.APPROVED;
    if (counts) {
      for (Map.Entry<String, ResultTable> part : RunTables.of(evaluated).entrySet()) {
        String name = name(run, part.getKey());
        write(name, part.getValue());
        reports.add(name);
      }
    }
    return new RunSummary(
        run.programme(),
        run.period().label(),
        number,
        run.status().word(),
        run.entities(),
        RunCounts.of(evaluated.rows(), evaluated.isApproved()),
        entries(number),
        reports);
  }

  /** Without the values of metrics, which no report shows. */
  private Evaluated stored(long number) {
    try (EvaluationStore bench = EvaluationStore.open(session, store, store.lastBatch())) {
      RunStore runs = bench.runs();
      Run run = runs.required(number);
      return new Evaluated(
          run,
          runs.rows(number, RunPart.DECIDED),
          bench.programmes().asStored(run, runs),
          List.of());
    }
  }

  private String name(Run run, String part) {
    String programme = run.programme().replaceAll(UNFIT, "_").replaceFirst("^\\.", "_");
    return name(record) + '/' + programme + '-' + run.period().label() + '-' + part + ".csv";
  }

  private void write(String name, ResultTable table) {
    AnswerFile.write(
        session.workspace().folder().resolve(name),
        out -> Format.CSV.print(table, AS_PRINTED, session.messages(), out));
  }

  private int entries(long run) {
    return record.runs().stream()
        .filter(step -> step.entries() != null && step.run() != null && step.run() == run)
        .mapToInt(Step.OfRun::entries)
        .sum();
  }
}
