package dev.partnerops.evaluating;

import dev.partnerops.metrics.MetricRequest;
import dev.partnerops.metrics.MetricScope;
import dev.partnerops.metrics.MetricTable;
import java.util.List;

/** Who measures what an evaluation asks: the metrics themselves, or one that stands before them. */
@FunctionalInterface
public interface Meter {

  /** The values of all requests, as {@code Metrics} computes them. */
  MetricTable compute(MetricScope scope, List<MetricRequest> requests);
}
