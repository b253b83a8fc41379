package dev.partnerops.nightly;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A night as gauges in Prometheus' text format, for a textfile collector. The one place beside the
 * log where clock times stand.
 */
final class PrometheusText {

  private static final String LAST_SUCCESS = "last_success_timestamp_seconds";
  private static final String EXIT_CODE = "exit_code";

  private final StringBuilder text = new StringBuilder();

  private PrometheusText() {}

  /**
   * The text.
   *
   * @param lastSuccess the second of the last night that ended with exit 0; null: none is known
   * @param seconds how long this one took
   */
  static String of(NightResult night, @Nullable Long lastSuccess, BigDecimal seconds) {
    PrometheusText text = new PrometheusText();
    if (lastSuccess != null) {
      text.head(LAST_SUCCESS, "When the last night that was done ended, in seconds since 1970.");
      text.line(LAST_SUCCESS, "", lastSuccess.toString());
    }
    text.head("duration_seconds", "How long the last night took.");
    text.line("duration_seconds", "", seconds.toPlainString());
    text.head(EXIT_CODE, "How the last night ended: 0 is done.");
    text.line(EXIT_CODE, "", Integer.toString(night.exit()));
    text.head("files", "Files of the inbox that the last night took, by what became of them.");
    for (Step.FileStatus status : Step.FileStatus.values()) {
      long files = night.files().stream().filter(file -> file.status() == status).count();
      text.line("files", label("status", status.toString()), Long.toString(files));
    }
    text.rows(night);
    text.runs(night);
    text.head("rejects", "Rows that the last night could not take.");
    long rejects = night.files().stream().mapToLong(Step.OfFile::rejected).sum();
    text.line("rejects", "", Long.toString(rejects));
    return text.text.toString();
  }

  /** The second of the last success that an earlier text tells of. */
  static Optional<Long> findLastSuccess(String earlier) {
    return find(earlier, LAST_SUCCESS);
  }

  /** The exit code that an earlier text tells of. */
  static Optional<Long> findExit(String earlier) {
    return find(earlier, EXIT_CODE);
  }

  private static Optional<Long> find(String earlier, String metric) {
    String start = name(metric) + ' ';
    return earlier
        .lines()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .filter(number -> number.matches("[0-9]{1,18}"))
        .map(Long::valueOf)
        .findFirst();
  }

  private void rows(NightResult night) {
    Map<String, Long> rows = new TreeMap<>();
    for (Step.OfFile file : night.files()) {
      if (file.dataset() != null) {
        String dataset = label("dataset", file.dataset());
        rows.merge(dataset + ',' + label("status", "inserted"), file.inserted(), Long::sum);
        rows.merge(dataset + ',' + label("status", "amended"), file.amended(), Long::sum);
        rows.merge(dataset + ',' + label("status", "unchanged"), file.unchanged(), Long::sum);
        rows.merge(dataset + ',' + label("status", "rejected"), file.rejected(), Long::sum);
      }
    }
    head("rows", "Rows of the files that the last night took, by data set and status.");
    rows.forEach((labels, count) -> line("rows", labels, count.toString()));
  }

  private void runs(NightResult night) {
    Map<String, Long> runs = new TreeMap<>();
    night
        .runs()
        .forEach(run ->
            runs.merge(
                label("programme", run.programme()) + ',' + label("status", run.status()),
                1L,
                Long::sum));
    night
        .left()
        .forEach(step ->
            runs.merge(
                label("programme", step.programme())
                    + ','
                    + label("status", step.status().toString()),
                1L,
                Long::sum));
    head("runs", "Periods of programmes that were due in the last night, by what became of them.");
    runs.forEach((labels, count) -> line("runs", labels, count.toString()));
  }

  private static String name(String metric) {
    return "partnerops_nightly_" + metric;
  }

  private void head(String metric, String help) {
    text.append(
        String.format(Locale.ROOT, "# HELP %1$s %2$s\n# TYPE %1$s gauge\n", name(metric), help));
  }

  private void line(String metric, String labels, String value) {
    text.append(name(metric));
    if (!labels.isEmpty()) {
      text.append('{').append(labels).append('}');
    }
    text.append(' ').append(value).append('\n');
  }

  private static String label(String name, String value) {
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return name + "=\"" + escaped + '"';
  }
}
