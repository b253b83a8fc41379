package dev.partnerops.checking;

import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Value;
import java.util.Map;

/** What an entity has by its kind, so that a test need not say it. */
final class Entity {

  /** The one entity of a case that names none. */
  static final String UNNAMED = "E";

  private Entity() {}

  /** A merchant without a licence number is its own licence, which joined with it (RULES 18). */
  static void derive(EntityKind kind, String id, Map<String, Value> fields) {
    if (!kind.equals(EntityKind.MERCHANT)) {
      return;
    }
    Value licence = fields.get("licence_no");
    fields.putIfAbsent(
        "licence", licence == null || licence.isMissing() ? Value.ofText(id) : licence);
    Value joinedOn = fields.get("joined_on");
    if (joinedOn != null) {
      fields.putIfAbsent("licence_joined_on", joinedOn);
    }
  }
}
