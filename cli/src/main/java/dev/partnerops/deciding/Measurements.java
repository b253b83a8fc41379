package dev.partnerops.deciding;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.Value;
import dev.partnerops.programme.MetricReference;
import org.jspecify.annotations.Nullable;

/** What was measured of the candidates, by their place in the list of the input. */
public interface Measurements {

  /** The metric's value of the candidate at that place; a reference nobody measured is a bug. */
  Value value(int candidate, MetricReference reference);

  /** The days it was measured over, for explanations; absent where the window is missing. */
  @Nullable DayRange days(int candidate, MetricReference reference);
}
