package dev.partnerops.metrics;

import dev.partnerops.model.Value;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one entity, in the order of their columns. A map over an array, because a million
 * merchants with a hash map each would not fit the heap.
 */
final class FieldRow extends AbstractMap<String, Value> {

  /** The columns that the rows of one population share. */
  record Shape(List<String> names, Map<String, Integer> places) {
    static Shape of(List<String> names) {
      Map<String, Integer> places = new HashMap<>();
      names.forEach(name -> places.put(name, places.size()));
      return new Shape(List.copyOf(names), Map.copyOf(places));
    }
  }

  private final Shape shape;
  private final Value[] values;

  FieldRow(Shape shape, Value[] values) {
    this.shape = shape;
    this.values = values;
  }

  /** Fills a derived field while the population is being read; nobody else may. */
  void set(String name, Value value) {
    Integer place = shape.places().get(name);
    if (place == null) {
      throw new IllegalArgumentException("no such column: " + name);
    }
    values[place] = value;
  }

  @Override
  public @Nullable Value get(Object key) {
    Integer place = shape.places().get(key);
    return place == null ? null : values[place];
  }

  @Override
  public boolean containsKey(Object key) {
    return shape.places().containsKey(key);
  }

  @Override
  public Set<Map.Entry<String, Value>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, Value>> iterator() {
        return new Iterator<>() {
          private int at;

          @Override
          public boolean hasNext() {
            return at < values.length;
          }

          @Override
          public Map.Entry<String, Value> next() {
            Map.Entry<String, Value> entry = Map.entry(shape.names().get(at), values[at]);
            at++;
            return entry;
          }
        };
      }

      @Override
      public int size() {
        return values.length;
      }
    };
  }
}
