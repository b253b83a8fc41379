package dev.partnerops.checking;

import dev.partnerops.model.Value;
import dev.partnerops.programme.Metric;
import java.util.AbstractMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the judgement of one entity asked for and no test gave: it stood as missing. */
final class Asked {

  private final Set<Metric> metrics = new LinkedHashSet<>();
  private final Set<String> fields = new LinkedHashSet<>();
  private final Set<String> others = new LinkedHashSet<>();

  Set<Metric> metrics() {
    return metrics;
  }

  Set<String> fields() {
    return fields;
  }

  /** Ids of programmes. */
  Set<String> others() {
    return others;
  }

  /** Does something whose asking is of no account. */
  void unheard(Runnable work) {
    Set<Metric> metricsBefore = new LinkedHashSet<>(metrics);
    Set<String> fieldsBefore = new LinkedHashSet<>(fields);
    Set<String> othersBefore = new LinkedHashSet<>(others);
    work.run();
    metrics.retainAll(metricsBefore);
    fields.retainAll(fieldsBefore);
    others.retainAll(othersBefore);
  }

  /** Forgets what was asked so far. */
  void clear() {
    metrics.clear();
    fields.clear();
    others.clear();
  }

  /** Those fields, with a note of each that is looked for and not among them. */
  Map<String, Value> watching(Map<String, Value> given) {
    return new Watched(given);
  }

  private final class Watched extends AbstractMap<String, Value> {

    private final Map<String, Value> given;

    Watched(Map<String, Value> given) {
      this.given = given;
    }

    @Override
    public @Nullable Value get(Object key) {
      Value value = given.get(key);
      if (value == null) {
        fields.add(String.valueOf(key));
      }
      return value;
    }

    @Override
    public Set<Entry<String, Value>> entrySet() {
      return given.entrySet();
    }
  }
}
