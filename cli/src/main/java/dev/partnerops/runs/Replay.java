package dev.partnerops.runs;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.FailOn;
import dev.partnerops.command.Session;
import dev.partnerops.command.Version;
import dev.partnerops.evaluating.EvaluationStore;
import dev.partnerops.ledger.PackedRun;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunInputsStore;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges stored runs once more from what they read, and compares the digests of the rows (SPEC
 * section 5). Nothing is written. Another digest from the same code is damage; from another
 * version's it may be a fault that was mended since, and is a finding.
 */
final class Replay {

  /** What {@code --fail-on} takes: a run of another version whose rows would be others today. */
  private static final String DIFFERS = "differs";

  private static final List<Column> COLUMNS =
      List.of(
          Column.count("run"),
          Column.text("programme"),
          Column.text("period"),
          Column.count("batch"),
          Column.text("stored_digest"),
          Column.text("replayed_digest"),
          new Column("same", Column.Kind.FLAG));

  private final Session session;
  private final List<Long> damaged = new ArrayList<>();
  private boolean differs;

  Replay(Session session) {
    this.session = session;
  }

  int run(Store store, List<Run> runs, FailOn failOn) {
    failOn.require(List.of(DIFFERS));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Run run : runs) {
      rows.add(replay(store, run));
    }
    session.print(new ResultTable(COLUMNS, rows));
    if (!damaged.isEmpty()) {
      throw new ToolException.StoreDamaged(Message.of("runs.replay-damaged", damaged));
    }
    return differs && failOn.asks(DIFFERS) ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private List<@Nullable Object> replay(Store store, Run run) {
    boolean known = new RunInputsStore(store.sql()).of(run.run()).areKept();
    String digest;
    try (EvaluationStore bench = EvaluationStore.ofRun(session, store, run)) {
      digest = PackedRun.pack(bench.evaluator().replay(run).rows()).digest();
    } catch (ToolException.Policy faulty) {
      if (known) {
        throw faulty;
      }
      // Its policies may ask for metrics that the workspace does not have any more.
      session.notice(Message.of("runs.replay-impossible", run.run(), faulty.text()));
      digest = "";
    }
    Boolean same = compare(run, digest, known);
    List<@Nullable Object> row = new ArrayList<>();
    row.add(run.run());
    row.add(run.programme());
    row.add(run.period().label());
    row.add(run.batch());
    row.add(run.resultDigest());
    row.add(digest.isEmpty() ? null : digest);
    row.add(same);
    return row;
  }

  /** Absent where it cannot be told. */
  private @Nullable Boolean compare(Run run, String digest, boolean known) {
    if (digest.equals(run.resultDigest())) {
      return true;
    }
    if (!known) {
      session.notice(Message.of("runs.replay-unknown", run.run()));
      return null;
    }
    differs = true;
    if (run.codeVersion().equals(Version.read())) {
      damaged.add(run.run());
    } else {
      session.notice(
          Message.of("runs.replay-version", run.run(), run.codeVersion(), Version.read()));
    }
    return false;
  }
}
