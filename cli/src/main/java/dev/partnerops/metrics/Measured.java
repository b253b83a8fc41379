package dev.partnerops.metrics;

import dev.partnerops.model.Value;
import dev.partnerops.orders.OrderClock;
import dev.partnerops.orders.OrderFilter;
import dev.partnerops.orders.OrderGrouping;
import dev.partnerops.programme.MetricReference;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A reference after every name in it was found.
 *
 * @param info the metric, of the kind that is measured: that of {@code through}, else the
 *     programme's
 * @param column another column of a SQL metric ({@code NAME.column}); absent: its value
 * @param through the field that names the entity measured; absent: the entity itself
 * @param with all parameters of the metric, defaults filled in
 */
record Measured(
    MetricInfo info,
    MetricReference.Part part,
    @Nullable String column,
    @Nullable String through,
    SortedMap<String, Value> with,
    OrderOptions options) {

  /** What narrows an order measure. */
  record OrderOptions(
      OrderFilter filter,
      OrderClock clock,
      int lagDays,
      int hours,
      Set<OrderGrouping.Subject> subjects) {}

  /** 0 for counts, sums and the parts of a quotient, else missing (RULES 12). */
  Value overNothing() {
    if (info.definition() instanceof Definition.OfReported(MetricReference.Figure figure)) {
      return figure.canBeMissing(part) ? Value.missing() : Value.of(0);
    }
    boolean isPart = part != MetricReference.Part.WHOLE;
    boolean isSum = info.unit().isZeroOverNothing() && !info.isQuotient();
    return isPart || isSum ? Value.of(0) : Value.missing();
  }

  /**
   * Whether it counts or adds up what happens in its window, so that more days bring more. A SELECT
   * that does not ask where its window begins looks at a state, whatever it counts.
   */
  boolean isFlow() {
    boolean isPart = part != MetricReference.Part.WHOLE;
    boolean isSum = isPart || (info.unit().isZeroOverNothing() && !info.isQuotient());
    return switch (info.definition()) {
      case Definition.OfOrders orders -> isSum;
      case Definition.OfFigure figure -> isSum;
      case Definition.OfMilestones milestones -> isSum;
      case Definition.OfReported(MetricReference.Figure figure) ->
          figure.take() == MetricReference.Take.SUM && isSum;
      case Definition.OfSql(SqlMetric metric) ->
          isSum && column == null && metric.readsWhereItsWindowBegins();
    };
  }
}
