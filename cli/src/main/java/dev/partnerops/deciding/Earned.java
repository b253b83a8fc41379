package dev.partnerops.deciding;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;

/**
 * Points of one KPI or entry.
 *
 * @param name the KPI's or entry's name
 * @param value what was measured; of an entry without a metric missing
 * @param possible the KPI's weight (after reweighting); of an entry its limit, or 0 without one
 */
public record Earned(String name, Value value, Fraction points, Fraction possible) {}
