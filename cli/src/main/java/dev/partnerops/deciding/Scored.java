package dev.partnerops.deciding;

import dev.partnerops.model.Fraction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What minimum and scorecard make of an entity.
 *
 * @param score absent where not rated, or without a scorecard
 * @param marks what becomes of {@code held} marks at this evaluation
 * @param reasons why it is not rated or failed; empty where it is rated
 */
record Scored(
    Status status,
    @Nullable Fraction score,
    List<Earned> points,
    Marks marks,
    String reasons,
    List<Standing.Remembered> recorded) {

  /** Rated by nothing. */
  static final Scored NOTHING =
      new Scored(Status.RATED, null, List.of(), Marks.COUNTED, "", List.of());

  enum Marks {
    COUNTED,
    KEPT,
    CLEARED
  }
}
