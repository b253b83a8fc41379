package dev.partnerops.metrics;

import dev.partnerops.orders.OrderMeasure;
import dev.partnerops.programme.MetricReference;

/** Where a metric's numbers come from. */
public sealed interface Definition {

  /** Whether it is reckoned from orders, so that a missing file of them makes it wrong. */
  boolean readsOrders();

  /** A measure over the orders in the window. */
  record OfOrders(OrderMeasure measure) implements Definition {
    @Override
    public boolean readsOrders() {
      return true;
    }
  }

  /** A measure over orders in other words. */
  record OfFigure(OrderFigure figure) implements Definition {
    @Override
    public boolean readsOrders() {
      return true;
    }
  }

  /** A count of entities that reached something by their orders. */
  record OfMilestones(Milestone milestone) implements Definition {
    @Override
    public boolean readsOrders() {
      return true;
    }
  }

  /** What another system computes and a file brings. */
  record OfReported(MetricReference.Figure figure) implements Definition {
    @Override
    public boolean readsOrders() {
      return false;
    }
  }

  /** A SELECT over the views. */
  record OfSql(SqlMetric metric) implements Definition {
    @Override
    public boolean readsOrders() {
      return metric.readsOrders();
    }
  }
}
