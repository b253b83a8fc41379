package dev.partnerops.ledger;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Standing;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Value;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import java.util.List;
import java.util.Map;

/**
 * Everything a run decided: decisions with their editions, grants, fees, and the value of every
 * metric by entity.
 *
 * @param editions of each decision, in their order
 * @param references the metrics, as texts; {@code values} holds one value each by entity. One that
 *     was measured again for an earlier period begins with the number of that period's run
 * @param waiting the standings of those who were not judged
 * @param overrides the numbers of those that it obeyed, in their order
 */
public record RunRows(
    List<EntityDecision> decisions,
    List<Integer> editions,
    List<GrantDecision> grants,
    List<FeeStatement> fees,
    List<String> references,
    Map<EntityId, List<Value>> values,
    Map<EntityId, Standing> waiting,
    List<Long> overrides) {}
