package dev.partnerops.deciding;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entity to be judged: its fields (all columns of its data set; an empty one is absent or
 * missing) and its standing after the last approved run, {@link Standing#NONE} where there is none.
 *
 * @param override the approved override of its tier that is in force (RULES 10, 51); absent: none
 * @param given results that a policy test states instead of having them reckoned
 */
public record Candidate(
    EntityId id,
    String name,
    Map<String, Value> fields,
    Standing before,
    @Nullable TierOverride override,
    Given given) {

  public Candidate(EntityId id, String name, Map<String, Value> fields, Standing before) {
    this(id, name, fields, before, null, Given.NOTHING);
  }

  /** The same with its tier set by hand. */
  public Candidate with(TierOverride tier) {
    return new Candidate(id, name, fields, before, tier, given);
  }

  /** The value of a field; missing where it is empty or unknown. */
  public Value field(String field) {
    Value value = fields.get(field);
    return value == null ? Value.missing() : value;
  }
}
