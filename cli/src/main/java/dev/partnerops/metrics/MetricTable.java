package dev.partnerops.metrics;

import dev.partnerops.model.Value;

/** The values of requests, by place of the entity and of the request. */
public interface MetricTable {

  /** A value; missing is one. */
  Value value(int entity, int request);
}
