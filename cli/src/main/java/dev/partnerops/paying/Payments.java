package dev.partnerops.paying;

import dev.partnerops.deciding.Step;
import dev.partnerops.model.EntityId;
import java.util.List;
import java.util.Map;

/**
 * What one run of a programme proposes to pay and to charge.
 *
 * @param grants by edition, benefit in the order of the file, then candidate; what is clawed back
 *     comes last, by the entry taken back
 * @param fees by edition and candidate; none where the base is missing
 * @param steps of the traced entities, after those of the judgement
 */
public record Payments(
    List<GrantDecision> grants, List<FeeStatement> fees, Map<EntityId, List<Step>> steps) {}
