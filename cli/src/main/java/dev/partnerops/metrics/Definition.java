package dev.partnerops.metrics;

import dev.partnerops.orders.OrderMeasure;
import dev.partnerops.programme.MetricReference;

/** Where a metric's numbers come from. */
public sealed interface Definition {

  /** A measure over the orders in the window. */
  record OfOrders(OrderMeasure measure) implements Definition {}

  /** A measure over orders in other words. */
  record OfFigure(OrderFigure figure) implements Definition {}

  /** A count of entities that reached something by their orders. */
  record OfMilestones(Milestone milestone) implements Definition {}

  /** What another system computes and a file brings. */
  record OfReported(MetricReference.Figure figure) implements Definition {}

  /** A SELECT over the views. */
  record OfSql(SqlMetric metric) implements Definition {}
}
