package dev.partnerops.paying;

import dev.partnerops.deciding.Subject;
import dev.partnerops.programme.Grant;

/**
 * A holding that is judged at an evaluation, whoever its entity is by now (RULES 21).
 *
 * @param grant by whose {@code claw_back} it is judged
 * @param subject who holds it, as it stands in this run or was last known
 */
public record Held(Holding holding, Grant grant, Subject subject) {}
