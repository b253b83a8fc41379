package dev.partnerops.explaining;

import dev.partnerops.deciding.Candidate;
import dev.partnerops.evaluating.EvaluationStore;
import dev.partnerops.evaluating.Explanations;
import dev.partnerops.metrics.Entity;
import dev.partnerops.metrics.MetricRows;
import dev.partnerops.metrics.MetricScope;
import dev.partnerops.model.DayRange;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.ResultTable;
import dev.partnerops.programme.MetricReference;
import java.util.List;
import java.util.Optional;

/** {@code --rows METRIC}: the lines behind a number of an explanation (SPEC section 6). */
final class RowsOfMetric {

  private RowsOfMetric() {}

  /**
   * The rows as the run read them.
   *
   * @throws ToolException.Usage where they cannot be listed, with a query to try
   */
  static ResultTable of(Explanations.Explained explained, EvaluationStore then, String metric) {
    MetricReference reference = new MetricChoice(explained.again(), explained.edition()).of(metric);
    Optional<DayRange> days = explained.again().days(reference);
    Candidate candidate = explained.again().was().candidate();
    Entity entity = new Entity(candidate.id(), candidate.name(), candidate.fields());
    MetricScope scope =
        new MetricScope(
            explained.edition().entity(),
            List.of(entity),
            then.batch(),
            explained.run().asOf(),
            explained.edition().zone());
    if (days.isEmpty()) {
      throw new ToolException.Usage(Message.of("explaining.rows.no-window", metric));
    }
    MetricRows.Found found =
        new MetricRows(then.catalogue(), then.metricStore(), scope)
            .of(reference, days.get(), then.files());
    return switch (found) {
      case MetricRows.Found.Listed listed -> listed.table();
      case MetricRows.Found.Unlisted unlisted -> throw unlisted(unlisted, days.get());
    };
  }

  private static ToolException unlisted(MetricRows.Found.Unlisted unlisted, DayRange days) {
    String clock = unlisted.clock();
    int dot = clock.indexOf('.');
    String query =
        dot < 0
            ? "metrics show " + unlisted.metric()
            : "query \"select * from "
                + clock.substring(0, dot)
                + " where "
                + clock.substring(dot + 1)
                + " >= '"
                + days.first()
                + "' and "
                + clock.substring(dot + 1)
                + " < '"
                + days.last().plusDays(1)
                + "'\"";
    return new ToolException.Usage(
        Message.of("explaining.rows.unlisted", unlisted.metric(), query));
  }
}
