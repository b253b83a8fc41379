package dev.partnerops.metrics;

import dev.partnerops.model.Value;
import java.util.List;

/** The values of requests, by place of the entity and of the request. */
public interface MetricTable {

  /** A value; missing is one. */
  Value value(int entity, int request);

  /** For providers: the orders that reached none or several of them, one entry a role. */
  List<Reached> reached();
}
