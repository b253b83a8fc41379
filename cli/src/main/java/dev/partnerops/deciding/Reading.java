package dev.partnerops.deciding;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.Window;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** How the texts of a policy are read whose grammar lives elsewhere: windows and expressions. */
public interface Reading {

  /** The days of a window for an entity with these fields; empty where a field it needs is. */
  Optional<DayRange> days(Window window, Function<String, Value> fields);

  /** A day of a policy for an entity with these fields; empty where a field it needs is. */
  Optional<LocalDate> day(Window.DayPoint point, Function<String, Value> fields);

  /** The value of a derived metric over its names; missing where a part or a divisor is. */
  Value derived(Metric.Derived metric, Function<String, Value> names);
}
