package dev.partnerops.explaining;

import dev.partnerops.deciding.Rejudging;
import dev.partnerops.model.Fraction;
import dev.partnerops.programme.Condition;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Something that was not reached, of which one asks what would have led there.
 *
 * @param name of the tier, badge or benefit; empty otherwise
 * @param placed whether its place in the ranking has a part in it
 * @param threshold the score it asks for; absent: none
 * @param wants what must hold, where no single change is enough
 */
record Goal(
    Kind kind,
    String name,
    boolean placed,
    Predicate<Rejudging.Rejudged> reached,
    @Nullable Fraction threshold,
    List<Want> wants) {

  /** A condition that must be met, or must not be. */
  record Want(Condition condition, boolean met, String tier) {}

  /** What is asked for. */
  enum Kind {
    /** To be rated at all. */
    RATED,
    /** Not to fail the scorecard. */
    PASSED,
    ADMITTED,
    /** To keep the tier it had. */
    KEPT,
    /** To reach the next tier. */
    REACHED,
    /** To become eligible for a grant. */
    ELIGIBLE,
    BADGE,
    /** To be charged by the bands. */
    REDUCED_FEE;

    /** As JSON has it: {@code reduced_fee}. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
