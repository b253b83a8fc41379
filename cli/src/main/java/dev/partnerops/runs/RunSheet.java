package dev.partnerops.runs;

import dev.partnerops.evaluating.RunCounts;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunPart;
import dev.partnerops.ledger.RunRows;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** One run on a page: what it hangs on, what it decided in numbers, when what became of it. */
final class RunSheet {

  private final List<List<String>> rows = new ArrayList<>();

  private RunSheet() {}

  static ResultTable of(RunStore runs, Run run) {
    RunSheet sheet = new RunSheet();
    sheet.head(run);
    sheet.overrides(runs.rows(run.run(), EnumSet.of(RunPart.OVERRIDE)).overrides());
    sheet.decisions(runs.rows(run.run(), RunPart.DECIDED), run.status() == RunStatus.APPROVED);
    for (RunStore.Event event : runs.events(run.run())) {
      sheet.add(
          event.status().word(), event.happenedAt() + (event.by() == null ? "" : " " + event.by()));
    }
    return new ResultTable(List.of(Column.text("property"), Column.text("content")), sheet.rows);
  }

  private void head(Run run) {
    add("run", Long.toString(run.run()));
    add("programme", run.programme());
    add("edition", run.editions());
    add("period", run.period().label());
    add("as_of", run.asOf().toString());
    add("batch", Long.toString(run.batch()));
    add("status", run.status().word());
    add("before", run.before() == null ? "" : Long.toString(run.before()));
    add("policy_digest", String.join(" ", run.policyDigests()));
    add("result_digest", run.resultDigest());
    add("code_version", run.codeVersion());
  }

  private void overrides(List<Long> obeyed) {
    if (!obeyed.isEmpty()) {
      add("overrides", String.join(" ", obeyed.stream().map(String::valueOf).toList()));
    }
  }

  private void decisions(RunRows content, boolean approved) {
    add("entities", Integer.toString(content.decisions().size()));
    RunCounts.of(content, approved).forEach((name, count) -> add(name, Integer.toString(count)));
  }

  private void add(String property, String content) {
    rows.add(List.of(property, content));
  }
}
