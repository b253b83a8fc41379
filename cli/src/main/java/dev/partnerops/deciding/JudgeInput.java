package dev.partnerops.deciding;

import dev.partnerops.model.EntityId;
import dev.partnerops.programme.Programme;
import java.util.List;
import java.util.Set;

/**
 * Everything one edition is judged by. Who is judged at all ({@code cohort}, {@code where},
 * exclusions) is settled before: {@link Population}.
 *
 * @param traced the entities whose every step is kept, for explanations
 */
public record JudgeInput(
    Programme programme,
    Evaluation evaluation,
    List<Candidate> candidates,
    Measurements measurements,
    History history,
    Reading reading,
    Set<EntityId> traced) {}
