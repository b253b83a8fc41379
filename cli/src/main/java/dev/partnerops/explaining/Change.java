package dev.partnerops.explaining;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.programme.MetricReference;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One measured number with another value. */
record Change(Lever lever, Value to) {

  /** The smaller first, by how much of itself a number moves. */
  static final Comparator<Change> BY_SIZE = Comparator.comparing(Change::size);

  /**
   * From 0 to 1: how far it moves, as a part of the greater of the two; of what was not there, all.
   */
  Fraction size() {
    Fraction from = lever.value().findNumber().orElse(null);
    Fraction moved = to.findNumber().orElse(null);
    if (from == null || moved == null) {
      return Fraction.ONE;
    }
    Fraction greater = magnitude(from).max(magnitude(moved));
    return greater.signum() == 0
        ? Fraction.ZERO
        : magnitude(moved.minus(from)).dividedBy(greater).min(Fraction.ONE);
  }

  private static Fraction magnitude(Fraction number) {
    return number.signum() < 0 ? number.negate() : number;
  }

  /** Whether it becomes more. */
  boolean isMore() {
    Fraction from = lever.value().findNumber().orElse(Fraction.ZERO);
    return to.findNumber().orElse(Fraction.ZERO).compareTo(from) > 0;
  }

  /** All of them as what is measured instead. */
  static Map<MetricReference, Value> instead(List<Change> changes) {
    Map<MetricReference, Value> instead = new LinkedHashMap<>();
    changes.forEach(change -> change.lever().put(change.to(), instead));
    return instead;
  }
}
