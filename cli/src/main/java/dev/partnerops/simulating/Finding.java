package dev.partnerops.simulating;

import dev.partnerops.model.EntityId;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What {@code watch} found of one entity, or of a budget. Cells are texts, or decimals as they are
 * to be written.
 *
 * @param segment and {@code name}: empty where there is none
 * @param now as it stands on the as-of day, {@code projected} as the period would end
 * @param limit what it comes near to, {@code left} how much is left to it; absent without
 * @param note the clause of the policy and, of a budget, the day on which it runs out
 */
record Finding(
    Kind kind,
    EntityId id,
    String segment,
    String name,
    @Nullable Object now,
    @Nullable Object projected,
    @Nullable Object limit,
    @Nullable Object left,
    String note) {

  static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::kind)
          .thenComparing(Finding::id)
          .thenComparing(Finding::note, EntityId::compareBytes);

  /** In the order in which somebody should look at them. */
  enum Kind {
    /** Off the ladder. */
    EXIT,
    /** To a lower tier or a lesser badge. */
    DOWN,
    /** Granted something or a reduced fee before, and not any more. */
    OUT_OF_BENEFIT,
    /** Misses its tier, and falls if it does so again. */
    WARN,
    /** A budget is used up, or nearly. */
    NEAR_BUDGET,
    /** A band or an entity's own limit is reached, or nearly. */
    NEAR_LIMIT,
    /** A few places from the last one with a badge. */
    NEAR_BADGE_CUT,
    /** A number that decides a move lies near its threshold. */
    NEAR_THRESHOLD,
    UP,
    ADMIT,
    INTO_BENEFIT,
    /** Meets a higher tier, and rises if it does so again. */
    RISING;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
