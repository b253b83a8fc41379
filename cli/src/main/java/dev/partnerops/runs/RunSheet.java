package dev.partnerops.runs;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunPart;
import dev.partnerops.ledger.RunRows;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.paying.GrantDecision;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    Map<String, Integer> counts = new TreeMap<>();
    for (EntityDecision decision : content.decisions()) {
      counts.merge("status." + decision.status().word(), 1, Integer::sum);
      if (decision.action() != null) {
        counts.merge("action." + decision.action().word(), 1, Integer::sum);
      }
      if (!decision.badge().isEmpty()) {
        counts.merge("badge." + decision.badge(), 1, Integer::sum);
      }
    }
    for (GrantDecision grant : content.grants()) {
      counts.merge("grant." + grant.benefit() + "." + grant.word(approved), 1, Integer::sum);
    }
    add("entities", Integer.toString(content.decisions().size()));
    counts.forEach((name, count) -> add(name, Integer.toString(count)));
    if (!content.fees().isEmpty()) {
      add("fees", Integer.toString(content.fees().size()));
    }
  }

  private void add(String property, String content) {
    rows.add(List.of(property, content));
  }
}
