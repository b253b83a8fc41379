package dev.partnerops.metrics;

import dev.partnerops.model.EntityKind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * For whom and as of when metrics are computed.
 *
 * @param entities of the kind, in the order of the answers
 * @param batch the newest batch to read; the store's sessions see the same
 * @param asOf the last day whose events exist (RULES 15)
 */
public record MetricScope(
    EntityKind kind, List<Entity> entities, long batch, LocalDate asOf, ZoneId zone) {}
