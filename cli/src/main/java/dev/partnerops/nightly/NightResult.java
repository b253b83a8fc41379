package dev.partnerops.nightly;

import dev.partnerops.command.ExitCode;
import dev.partnerops.output.Column;
import dev.partnerops.output.Json;
import dev.partnerops.output.ResultTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a night did: the result file and what is printed. No clock times: a night that was killed
 * and gone on with has the same as one that was not.
 *
 * @param files in the order they were taken
 * @param left what was due or waits and was not evaluated
 * @param failure why the night broke off; null where it did not
 */
record NightResult(
    LocalDate asOf,
    Step.NightStatus status,
    int exit,
    List<Step.OfFile> files,
    List<RunSummary> runs,
    List<Step.OfRun> left,
    @Nullable String failure) {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("step"),
          Column.text("subject"),
          Column.text("status"),
          Column.count("rows"),
          Column.count("batch"),
          Column.count("run"),
          Column.text("message"));

  private static final int MONEY_DECIMALS = 2;

  NightResult {
    files = List.copyOf(files);
    runs = List.copyOf(runs);
    left = List.copyOf(left);
  }

  /** How a night that was not broken off ends: what is at fault first in the order of its work. */
  static int exit(List<Step.OfFile> files, List<Step.OfRun> left) {
    if (files.stream().anyMatch(file -> file.status().isSetAside())) {
      return ExitCode.INPUT;
    }
    if (left.stream().anyMatch(step -> step.status() == Step.RunStatus.FAILED)) {
      return ExitCode.POLICY;
    }
    return left.stream().anyMatch(step -> step.status() == Step.RunStatus.INCOMPLETE)
        ? ExitCode.PRECONDITION
        : ExitCode.DONE;
  }

  String json() {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("as_of", asOf.toString());
    result.put("status", status.toString());
    result.put("exit", exit);
    if (failure != null) {
      result.put("failure", failure);
    }
    result.put("files", files.stream().map(NightResult::json).toList());
    result.put("runs", runs.stream().map(NightResult::json).toList());
    result.put("waiting", left(Step.RunStatus.WAITING));
    result.put("incomplete", left(Step.RunStatus.INCOMPLETE));
    result.put("failed", left(Step.RunStatus.FAILED));
    return Json.page(result);
  }

  private static Map<String, @Nullable Object> json(Step.OfFile file) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("file", file.name());
    json.put("dataset", file.dataset());
    json.put("batch", file.batch());
    json.put("status", file.status().toString());
    json.put("rows", file.rows());
    json.put("inserted", file.inserted());
    json.put("amended", file.amended());
    json.put("unchanged", file.unchanged());
    json.put("rejected", file.rejected());
    Long fen = file.fen();
    json.put("amount", fen == null ? null : BigDecimal.valueOf(fen, MONEY_DECIMALS));
    json.put("placed", file.placed());
    json.put("rejects", file.rejects() ? file.placed() + ".rejects.csv" : null);
    json.put("reason", file.reason());
    return json;
  }

  private static Map<String, @Nullable Object> json(RunSummary run) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("programme", run.programme());
    json.put("period", run.period());
    json.put("run", run.run());
    json.put("status", run.status());
    json.put("entities", run.entities());
    json.put("counts", run.counts());
    json.put("entries", run.entries());
    json.put("reports", run.reports());
    return json;
  }

  private List<Map<String, @Nullable Object>> left(Step.RunStatus status) {
    List<Map<String, @Nullable Object>> steps = new ArrayList<>();
    for (Step.OfRun step : left) {
      if (step.status() == status) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("programme", step.programme());
        json.put("period", step.period());
        json.put("run", step.run());
        json.put("reason", step.reason());
        steps.add(json);
      }
    }
    return steps;
  }

  /**
   * A row for each step, the night itself last.
   *
   * @param end how the night itself is told
   */
  ResultTable table(String end) {
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    for (Step.OfFile file : files) {
      rows.add(
          Arrays.asList(
              "file",
              file.name(),
              file.status().toString(),
              file.rows(),
              file.batch(),
              null,
              file.reason()));
    }
    for (RunSummary run : runs) {
      rows.add(
          Arrays.asList(
              "run",
              run.programme() + ' ' + run.period(),
              run.status(),
              run.entities(),
              null,
              run.run(),
              null));
    }
    for (Step.OfRun step : left) {
      rows.add(
          Arrays.asList(
              "run",
              step.programme() + ' ' + step.period(),
              step.status().toString(),
              null,
              null,
              step.run(),
              step.reason()));
    }
    rows.add(Arrays.asList("night", asOf.toString(), end, null, null, null, failure));
    return new ResultTable(COLUMNS, rows);
  }
}
