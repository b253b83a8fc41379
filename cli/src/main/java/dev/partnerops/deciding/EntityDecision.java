package dev.partnerops.deciding;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of one entity, plain values all through. A tier, badge, segment or partition
 * that is not there is an empty text.
 *
 * @param score exact; absent where not rated or without a scorecard
 * @param rank of the score: within the segment, shared by equal exact scores (RULES 16, 20)
 * @param action absent without a ladder
 * @param reasons of the ladder's action (RULES 22)
 * @param partition of the ranking; {@code place} the rank in it, absent where not ranked; {@code
 *     placeValue} what it is ranked by
 * @param after the standing to be handed back as {@link Candidate#before()} next time
 */
public record EntityDecision(
    EntityId id,
    String name,
    String segment,
    Status status,
    @Nullable Fraction score,
    @Nullable Integer rank,
    List<Earned> points,
    String tierBefore,
    String tierAfter,
    String tierCalculated,
    @Nullable Action action,
    String reasons,
    String partition,
    @Nullable Integer place,
    Value placeValue,
    String badge,
    Standing after) {}
