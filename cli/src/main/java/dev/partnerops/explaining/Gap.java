package dev.partnerops.explaining;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Metric;

/** How near an entity came to a goal: the nearest miss. */
sealed interface Gap {

  /** The score against what a tier asks. */
  record OfScore(Fraction score, Fraction asked) implements Gap {}

  /** What it is ranked by against the last that holds the badge. */
  record OfPlace(Metric.Use by, Value value, Value holder, int place, boolean lowestFirst)
      implements Gap {}

  /** The clause that was missed by least. */
  record OfClause(Change change) implements Gap {}
}
