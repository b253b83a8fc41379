package dev.partnerops.paying;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Money;
import dev.partnerops.programme.Grant;
import java.time.LocalDate;
import java.util.Map;

/**
 * A booked grant that somebody holds: more than nothing stands under its key, and it was not clawed
 * back (RULES 21).
 *
 * @param entry the first under the key: the original, which the claw-back names
 * @param run that booked it
 * @param bookedOn the last day of that run's period, from which {@code within} counts
 * @param period that the grant is for
 * @param sum all that stands under the key
 */
public record Holding(
    long entry,
    long run,
    LocalDate bookedOn,
    String key,
    String benefit,
    Grant.Kind kind,
    EntityKind entityKind,
    EntityId id,
    String beneficiary,
    String period,
    Money sum,
    Map<String, String> holders,
    String assignee) {

  public Holding {
    holders = Map.copyOf(holders);
  }
}
