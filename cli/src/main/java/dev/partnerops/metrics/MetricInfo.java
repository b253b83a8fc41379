package dev.partnerops.metrics;

import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Title;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import java.util.SortedMap;

/**
 * One metric of the catalogue for one entity kind.
 *
 * @param isQuotient whether it has a numerator and a denominator, so that 0/0 is missing
 * @param clock the column that dates what is counted
 * @param description whom or what it counts
 * @param with its parameters and their defaults
 */
public record MetricInfo(
    String name,
    EntityKind kind,
    Unit unit,
    boolean isQuotient,
    String clock,
    Title title,
    Title description,
    SortedMap<String, Value> with,
    Definition definition) {

  /** Whether an entity that is there can be without a value. */
  public boolean canBeMissing() {
    return isQuotient || !unit.isZeroOverNothing();
  }

  /** Whether it is measured over the orders, so that {@code only} and {@code except} apply. */
  public boolean isOrderMeasure() {
    return definition instanceof Definition.OfOrders;
  }
}
