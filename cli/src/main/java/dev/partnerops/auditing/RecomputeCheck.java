package dev.partnerops.auditing;

import dev.partnerops.command.Session;
import dev.partnerops.evaluating.EvaluationStore;
import dev.partnerops.evaluating.RunComparison;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunRows;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes stored runs afresh from what they read, and compares every row that is stored: values,
 * scores, tiers, badges, grants and fees, exactly.
 */
final class RecomputeCheck implements Check {

  private static final List<Column> COLUMNS =
      List.of(
          Column.count("run"),
          Column.text("programme"),
          Column.text("period"),
          Column.text("part"),
          Column.text("entity_id"),
          Column.text("role"),
          Column.text("what"),
          Column.text("stored"),
          Column.text("fresh"));

  private final Session session;
  private final List<Long> asked;

  /**
   * Looks at runs.
   *
   * @param asked by number; empty: every approved one
   */
  RecomputeCheck(Session session, List<Long> asked) {
    this.session = session;
    this.asked = List.copyOf(asked);
  }

  @Override
  public String finding() {
    return "recompute";
  }

  @Override
  public Found find(Store store) {
    RunStore runs = new RunStore(store.sql());
    List<Run> chosen =
        asked.isEmpty()
            ? runs.list("").stream().filter(run -> run.status() == RunStatus.APPROVED).toList()
            : asked.stream().distinct().sorted().map(runs::required).toList();
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    for (Run run : chosen) {
      try (EvaluationStore bench = EvaluationStore.ofRun(session, store, run)) {
        RunRows fresh = bench.evaluator().replay(run).rows();
        RunComparison.ofEverything(
                new RunComparison.Side(run, runs.rows(run.run())),
                new RunComparison.Side(run, fresh))
            .forEach(change -> rows.add(row(run, change)));
      }
    }
    return new Found(new ResultTable(COLUMNS, rows), !rows.isEmpty());
  }

  private static List<@Nullable Object> row(Run run, RunComparison.Change change) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(run.run());
    row.add(run.programme());
    row.add(run.period().label());
    row.add(change.part().word());
    row.add(change.id().id());
    row.add(orNothing(change.id().role()));
    row.add(change.what());
    row.add(orNothing(change.a()));
    row.add(orNothing(change.b()));
    return row;
  }

  private static @Nullable String orNothing(String text) {
    return text.isEmpty() ? null : text;
  }
}
