package dev.partnerops.metrics;

import dev.partnerops.model.DayRange;
import dev.partnerops.programme.MetricReference;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reference with its window resolved for each entity.
 *
 * @param ranges one an entity, often the same object; null where the window is missing, which makes
 *     the value missing
 */
public record MetricRequest(MetricReference reference, List<@Nullable DayRange> ranges) {

  /** The same days for all entities. */
  public static MetricRequest shared(MetricReference reference, DayRange days, int entities) {
    return new MetricRequest(reference, Collections.nCopies(entities, days));
  }
}
