package dev.partnerops.ledger;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A tier set by hand, or an entity left out by hand (SPEC section 5; RULES 10, 51). Only its status
 * changes.
 *
 * @param override counts up; 0 before it is stored
 * @param tier shown instead of the calculated one; absent: the entity gets no row
 * @param until it holds for evaluations whose evaluation day is not later
 * @param status never {@code SUPERSEDED}
 * @param by who proposed it
 * @param approvedBy who agreed, also where it was taken back since; absent: nobody yet
 */
public record StandingOverride(
    long override,
    String programme,
    EntityKind kind,
    EntityId entity,
    @Nullable String tier,
    String reason,
    LocalDate until,
    RunStatus status,
    String by,
    @Nullable String approvedBy) {

  public boolean excludes() {
    return tier == null;
  }

  /** Everything that was proposed, as one text: what the checksum is of. */
  String content() {
    return String.join(
        "\u001f",
        Long.toString(override),
        programme,
        kind.word(),
        entity.id(),
        entity.role(),
        // A tier has a name: an empty one is none.
        Texts.of(tier),
        reason,
        until.toString());
  }

  /** The same under that number. */
  StandingOverride numbered(long number) {
    return new StandingOverride(
        number, programme, kind, entity, tier, reason, until, status, by, approvedBy);
  }

  /** Whether another one asks for the same, whatever became of it. */
  public boolean asksAs(StandingOverride other) {
    return programme.equals(other.programme)
        && kind.equals(other.kind)
        && entity.equals(other.entity)
        && Texts.of(tier).equals(Texts.of(other.tier))
        && reason.equals(other.reason)
        && until.equals(other.until)
        && by.equals(other.by);
  }
}
