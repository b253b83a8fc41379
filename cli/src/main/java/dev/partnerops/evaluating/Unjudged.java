package dev.partnerops.evaluating;

import dev.partnerops.deciding.Step;
import dev.partnerops.ledger.StandingOverride;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Programme;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An entity that a run has no row of, and why (RULES 19, 20).
 *
 * @param segment the value of {@code segment_by}; empty without
 * @param edition the one that would judge it; absent where none does
 * @param day the field that a cohort asks for; missing without
 * @param steps of {@code where}
 * @param override that leaves it out; absent: none does
 */
public record Unjudged(
    EntityId id,
    String name,
    String segment,
    Reason reason,
    @Nullable Programme edition,
    Value day,
    List<Step> steps,
    @Nullable StandingOverride override) {

  /** What kept it out. */
  public enum Reason {
    /** Came into the store after the run had read it. */
    LATER,
    /** No cohort of an edition in force holds it. */
    COHORT,
    /** Outside {@code where}. */
    WHERE,
    /** Its segment has nothing to be judged by. */
    SEGMENT,
    /** Nothing in the policy: left out by an override (RULES 51). */
    EXCLUDED;

    /** As printed: {@code where}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
