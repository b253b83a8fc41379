package dev.partnerops.evaluating;

import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the orders reach as far as an evaluation does: a missing file must not downgrade
 * everybody.
 */
public final class OrderData {

  private OrderData() {}

  /**
   * A notice where the newest order is older than the evaluation's end; a failed precondition where
   * it is older than the day that was asked for. A store without orders has nothing to be late.
   */
  public static List<Message> examine(
      EvaluationStore bench, Period period, LocalDate asOf, @Nullable LocalDate completeTo) {
    LocalDate newest = bench.findNewestOrderDay().orElse(null);
    if (completeTo != null && (newest == null || newest.isBefore(completeTo))) {
      throw new ToolException.Precondition(
          Message.of("evaluating.incomplete", completeTo, newest == null ? "-" : newest));
    }
    LocalDate end = asOf.isBefore(period.last()) ? asOf : period.last();
    return newest == null || !newest.isBefore(end)
        ? List.of()
        : List.of(Message.of("evaluating.orders-end", newest, end));
  }
}
