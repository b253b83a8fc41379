package dev.partnerops.metrics;

import dev.partnerops.model.Value;
import java.util.List;

/** The values of requests, by place of the entity and of the request. */
public interface MetricTable {

  /** A value; missing is one. */
  Value value(int entity, int request);

  /**
   * The same for whoever only shows it: a Long or {@link dev.partnerops.model.Money} where a whole
   * number or an amount needs no more, else the {@link Value}.
   */
  Object cell(int entity, int request);

  /** For providers: the orders that reached none or several of them, one entry a role. */
  List<Reached> reached();
}
