package dev.partnerops.evaluating;

import dev.partnerops.ledger.StandingOverride;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which override holds for an entity at an evaluation (RULES 51). */
final class OverridesInForce {

  private final Map<Key, List<StandingOverride>> byEntity = new HashMap<>();

  private record Key(EntityKind kind, EntityId entity) {}

  /**
   * Those of one programme that may hold.
   *
   * @param approved in the order in which they were approved
   */
  OverridesInForce(List<StandingOverride> approved) {
    for (StandingOverride override : approved) {
      byEntity
          .computeIfAbsent(new Key(override.kind(), override.entity()), key -> new ArrayList<>())
          .addFirst(override);
    }
  }

  /** Those whose {@code until} is not before the evaluation day, the one approved last first. */
  List<StandingOverride> of(EntityKind kind, EntityId entity, LocalDate evaluationDay) {
    return byEntity.isEmpty()
        ? List.of()
        : byEntity.getOrDefault(new Key(kind, entity), List.of()).stream()
            .filter(override -> !evaluationDay.isAfter(override.until()))
            .toList();
  }
}
