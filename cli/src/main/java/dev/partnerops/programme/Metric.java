package dev.partnerops.programme;

import dev.partnerops.model.Title;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a programme may call a metric: a catalogue metric, a field, or a result of this or another
 * programme.
 */
public sealed interface Metric {

  /** Itself and, of a derived one, all that its expression is made of. */
  default List<Metric> withParts() {
    List<Metric> all = new ArrayList<>(List.of(this));
    if (this instanceof Derived derived) {
      derived.names().values().forEach(part -> all.addAll(part.metric().withParts()));
    }
    return all;
  }

  /** A metric of the catalogue over a window. */
  record Measured(MetricReference reference) implements Metric {}

  /** {@code {field: amount}}: a field of the entity. */
  record OfField(String field) implements Metric {}

  /**
   * {@code score}, {@code rank}, {@code points.KPI}, {@code granted.BENEFIT}; {@code of} absent: of
   * this programme.
   */
  record Result(Kind kind, @Nullable String name, @Nullable String of) implements Metric {
    public enum Kind {
      SCORE,
      RANK,
      POINTS,
      GRANTED
    }
  }

  /**
   * {@code {expr: now / before - 1}} over other metrics, by the names the expression uses, in their
   * order.
   *
   * @param place file, line and path of its definition, for faults that only values bring to light
   */
  record Derived(Expression expression, Map<String, Use> names, String place) implements Metric {
    public Derived {
      names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }
  }

  /**
   * A metric where it is used: {@code label} is what the policy calls it there, for reasons and
   * titles.
   *
   * @param decimals its values are written with (RULES 22), or {@link #AS_IT_IS}
   */
  record Use(String label, Metric metric, @Nullable Title title, Clause clause, int decimals) {

    /** As exactly as a decimal can: for fields, which are what a file says. */
    public static final int AS_IT_IS = -1;
  }
}
