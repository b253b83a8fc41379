package dev.partnerops.orders;

import dev.partnerops.model.DayRange;
import java.util.List;

/**
 * The days a measure looks at, in the zone of the request; bounded by the as-of day in any case.
 */
public sealed interface OrderWindow {

  /** The same days for every entity. */
  record Shared(DayRange days) implements OrderWindow {}

  /**
   * Days of its own for each entity, in the order of the grouping; an empty range counts nothing.
   */
  record PerEntity(List<DayRange> days) implements OrderWindow {}
}
