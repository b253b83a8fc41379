package dev.partnerops.metrics;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Value;
import java.util.Map;

/**
 * One entity of a population: what a programme may ask of it before any metric is measured.
 *
 * @param name for people; the id where the data set has no name
 * @param fields the columns of its data set by name, and what is derived from them; an empty cell
 *     is {@link Value#missing()}
 */
public record Entity(EntityId id, String name, Map<String, Value> fields) {

  /** A field's value; missing where the data set has no such column. */
  public Value field(String column) {
    return fields.getOrDefault(column, Value.missing());
  }
}
