package dev.partnerops.explaining;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The least that one number has to move until something holds. Every place where the policy
 * compares it is tried, and places ever farther away for what the policy compares only a reckoning
 * of; between the last that did not do and the first that does the very edge is found by halving.
 * What is returned was tried and does, and the place before it was tried and does not.
 */
final class Steering {

  /** So many times is the distance doubled. */
  private static final int DOUBLINGS = 42;

  private static final Fraction HUNDREDTH = Fraction.of(1, 100);

  private Steering() {}

  /** The nearer of less and more; empty where neither does. */
  static Optional<Change> least(Lever lever, Predicate<Change> does) {
    return Stream.of(least(lever, true, null, does), least(lever, false, null, does))
        .flatMap(Optional::stream)
        .min(Change.BY_SIZE);
  }

  /**
   * The least change in one direction.
   *
   * @param limit how far to go, a value that does; absent: as far as there is one
   */
  static Optional<Change> least(
      Lever lever, boolean more, @Nullable Value limit, Predicate<Change> does) {
    Grid grid = lever.grid();
    Fraction now = lever.value().findNumber().orElse(null);
    if (grid == null || now == null) {
      return more ? without(lever, does) : Optional.empty();
    }
    BigInteger before = more ? grid.floor(now) : grid.ceiling(now);
    BigInteger last = limit == null ? null : grid.floor(limit.findNumber().orElseThrow());
    for (BigInteger place : places(lever, grid, before, more, last)) {
      if (does.test(new Change(lever, grid.value(place)))) {
        return Optional.of(new Change(lever, grid.value(edge(lever, grid, before, place, does))));
      }
      before = place;
    }
    return Optional.empty();
  }

  /** From a place that does not to one that does, the first that does. */
  private static BigInteger edge(
      Lever lever, Grid grid, BigInteger not, BigInteger does, Predicate<Change> test) {
    BigInteger low = not;
    BigInteger high = does;
    while (high.subtract(low).abs().compareTo(BigInteger.ONE) > 0) {
      BigInteger middle = low.add(high).shiftRight(1);
      if (test.test(new Change(lever, grid.value(middle)))) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** What to try in one direction, the nearest first. */
  static Iterable<BigInteger> places(
      Lever lever, Grid grid, BigInteger start, boolean more, @Nullable BigInteger last) {
    Comparator<BigInteger> upward = Comparator.naturalOrder();
    TreeSet<BigInteger> places = new TreeSet<>(more ? upward : upward.reversed());
    for (Fraction number : lever.numbers()) {
      places.add(grid.floor(number).subtract(BigInteger.ONE));
      places.add(grid.floor(number));
      places.add(grid.ceiling(number));
      places.add(grid.ceiling(number).add(BigInteger.ONE));
    }
    for (int i = 0; i < DOUBLINGS; i++) {
      BigInteger distance = BigInteger.ONE.shiftLeft(i);
      places.add(more ? start.add(distance) : start.subtract(distance));
    }
    for (@Nullable BigInteger end : Arrays.asList(grid.low(), grid.high(), last)) {
      if (end != null) {
        places.add(end);
      }
    }
    places.removeIf(place -> !grid.holds(place) || !isBeyond(place, start, more));
    if (last != null) {
      places.removeIf(place -> isBeyond(place, last, more));
    }
    return places;
  }

  private static boolean isBeyond(BigInteger place, BigInteger other, boolean more) {
    int sign = place.compareTo(other);
    return more ? sign > 0 : sign < 0;
  }

  /** A value where there is none, or the other flag: one that the policy names, or just beside. */
  private static Optional<Change> without(Lever lever, Predicate<Change> does) {
    if (lever.value() instanceof Value.Flag(boolean flag)) {
      return Optional.of(new Change(lever, new Value.Flag(!flag))).filter(does);
    }
    for (Fraction number : lever.numbers()) {
      for (Fraction tried :
          List.of(number, number.plus(HUNDREDTH), number.minus(HUNDREDTH).max(Fraction.ZERO))) {
        Change change = new Change(lever, new Value.Numeric(tried));
        if (does.test(change)) {
          return Optional.of(change);
        }
      }
    }
    return Optional.empty();
  }
}
