package dev.partnerops.deciding;

import dev.partnerops.model.EntityId;
import java.util.List;
import java.util.Map;

/**
 * What was decided by one edition, in the order of the candidates.
 *
 * @param withoutInstruments candidates whose segment leaves nothing to judge them by: no row (RULES
 *     20)
 * @param steps of the traced entities, in the order they were taken
 * @param subjects the candidates as judged, for paying to ask further conditions of
 */
public record Judgement(
    JudgeInput input,
    List<EntityDecision> decisions,
    List<EntityId> withoutInstruments,
    Map<EntityId, List<Step>> steps,
    List<Subject> subjects) {}
