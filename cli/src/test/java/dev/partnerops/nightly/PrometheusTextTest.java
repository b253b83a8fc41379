package dev.partnerops.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The textfile keeps the rules of Prometheus' text format. */
final class PrometheusTextTest {

  private static final Pattern COMMENT =
      Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
  private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"";
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{"
              + LABEL
              + "(?:,"
              + LABEL
              + ")*\\})? (-?[0-9]+(?:\\.[0-9]+)?)");

  @Test
  void everyLineKeepsTheFormat() {
    String text = PrometheusText.of(night(), 1_604_628_000L, new BigDecimal("12.345"));
    assertThat(text).endsWith("\n").doesNotContain("\r");
    String family = "";
    Set<String> families = new HashSet<>();
    Set<String> series = new HashSet<>();
    for (String line : text.lines().toList()) {
      Matcher comment = COMMENT.matcher(line);
      if (comment.matches()) {
        if (comment.group(1).equals("HELP")) {
          family = comment.group(2);
          // All lines of a metric stand together.
          assertThat(families.add(family)).as(line).isTrue();
        } else {
          assertThat(comment.group(2)).isEqualTo(family);
          assertThat(comment.group(3)).isEqualTo("gauge");
        }
        continue;
      }
      Matcher sample = SAMPLE.matcher(line);
      assertThat(sample.matches()).as(line).isTrue();
      assertThat(sample.group(1)).isEqualTo(family);
      assertThat(series.add(sample.group(1) + sample.group(2))).as(line).isTrue();
    }
    assertThat(families)
        .containsExactlyInAnyOrder(
            "partnerops_nightly_last_success_timestamp_seconds",
            "partnerops_nightly_duration_seconds",
            "partnerops_nightly_exit_code",
            "partnerops_nightly_files",
            "partnerops_nightly_rows",
            "partnerops_nightly_runs",
            "partnerops_nightly_rejects");
  }

  @Test
  void itSaysWhatTheNightDid() {
    assertThat(PrometheusText.of(night(), 1_604_628_000L, new BigDecimal("12.345")))
        .contains(
            "partnerops_nightly_last_success_timestamp_seconds 1604628000\n",
            "partnerops_nightly_duration_seconds 12.345\n",
            "partnerops_nightly_exit_code 3\n",
            "partnerops_nightly_files{status=\"imported\"} 2\n",
            "partnerops_nightly_files{status=\"failed\"} 1\n",
            "partnerops_nightly_files{status=\"unknown\"} 0\n",
            "partnerops_nightly_rows{dataset=\"orders\",status=\"inserted\"} 30\n",
            "partnerops_nightly_rows{dataset=\"orders\",status=\"rejected\"} 7\n",
            "partnerops_nightly_runs{programme=\"a\\\"b\\\\c\",status=\"approved\"} 1\n",
            "partnerops_nightly_runs{programme=\"p\",status=\"waiting\"} 2\n",
            "partnerops_nightly_rejects 7\n");
  }

  @Test
  void theLastSuccessIsFoundAgain() {
    String text = PrometheusText.of(night(), 1_604_628_000L, BigDecimal.ONE);
    assertThat(PrometheusText.findLastSuccess(text)).contains(1_604_628_000L);
    assertThat(PrometheusText.findExit(text)).contains(3L);
    assertThat(PrometheusText.findLastSuccess("")).isEmpty();
    String without = PrometheusText.of(night(), null, BigDecimal.ONE);
    assertThat(without).doesNotContain("last_success");
  }

  private static NightResult night() {
    return new NightResult(
        LocalDate.of(2020, 11, 5),
        Step.NightStatus.PARTIAL,
        3,
        List.of(
            file("orders-1.csv", Step.FileStatus.IMPORTED, 10, 2),
            file("orders-2.csv", Step.FileStatus.IMPORTED, 20, 0),
            file("orders-3.csv", Step.FileStatus.FAILED, 0, 5)),
        List.of(new RunSummary("a\"b\\c", "2020-10", 1, "approved", 3, Map.of(), 0, List.of())),
        List.of(waiting("2020-09"), waiting("2020-10")),
        null);
  }

  private static Step.OfFile file(
      String name, Step.FileStatus status, long inserted, long rejected) {
    return new Step.OfFile(
        name,
        "orders",
        status,
        1L,
        inserted + rejected,
        inserted,
        0,
        0,
        rejected,
        100L,
        "done/" + name,
        rejected > 0,
        null);
  }

  private static Step.OfRun waiting(String period) {
    return new Step.OfRun("p", period, Step.RunStatus.WAITING, 1L, null, "waits");
  }
}
