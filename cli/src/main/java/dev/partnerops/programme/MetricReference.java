package dev.partnerops.programme;

import dev.partnerops.model.Value;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue metric as a policy asks for it (SPEC section 3, "A reference"). Two equal references
 * are one number, so no clause is kept here; equality is by value.
 *
 * @param only and {@code except}: dimension ({@code channel, category, hot, pool}) to the values
 *     let in or taken out
 * @param with parameters of the metric: {@code hours}, {@code clock}, {@code lag} (text {@code 14
 *     days}), {@code subject_type} (one or two texts), …
 * @param through an id column: the metric is that of the entity which this field of ours names
 */
public record MetricReference(
    String name,
    Part part,
    Window window,
    SortedMap<String, List<String>> only,
    SortedMap<String, List<String>> except,
    SortedMap<String, List<Value>> with,
    @Nullable String through) {

  /** {@code NAME}, {@code NAME.numerator} or {@code NAME.denominator}. */
  public enum Part {
    WHOLE,
    NUMERATOR,
    DENOMINATOR
  }
}
