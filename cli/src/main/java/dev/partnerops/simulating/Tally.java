package dev.partnerops.simulating;

import dev.partnerops.model.Money;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A comparison in numbers. */
record Tally(int entities, int winners, int losers, Sums inForce, Sums simulated) {

  /**
   * What one policy came to.
   *
   * @param ups upgrades and admissions; {@code downs}: downgrades and exits
   */
  record Sums(int ups, int downs, int badges, Money cost, Money fees) {

    Sums plus(Sums other) {
      return new Sums(
          ups + other.ups,
          downs + other.downs,
          other.badges,
          cost.plus(other.cost),
          fees.plus(other.fees));
    }
  }

  static Tally of(List<Pair> pairs) {
    return new Tally(
        pairs.size(),
        count(pairs, pair -> pair.verdict() == Pair.Verdict.WINNER),
        count(pairs, pair -> pair.verdict() == Pair.Verdict.LOSER),
        sums(pairs, Pair::inForce),
        sums(pairs, Pair::simulated));
  }

  /** Of several periods: each entity once, moves and money of all of them. */
  static Tally over(List<List<Pair>> periods) {
    Tally once = of(Pair.over(periods));
    Sums inForce = sums(periods.getFirst(), Pair::inForce);
    Sums simulated = sums(periods.getFirst(), Pair::simulated);
    for (List<Pair> period : periods.subList(1, periods.size())) {
      inForce = inForce.plus(sums(period, Pair::inForce));
      simulated = simulated.plus(sums(period, Pair::simulated));
    }
    return new Tally(once.entities(), once.winners(), once.losers(), inForce, simulated);
  }

  int unchanged() {
    return entities - winners - losers;
  }

  private static Sums sums(List<Pair> pairs, Function<Pair, @Nullable Outcome> side) {
    int ups = 0;
    int downs = 0;
    int badges = 0;
    Money cost = Money.ZERO;
    Money fees = Money.ZERO;
    for (Pair pair : pairs) {
      Outcome outcome = side.apply(pair);
      if (outcome != null) {
        ups += outcome.isUp() ? 1 : 0;
        downs += outcome.isDown() ? 1 : 0;
        badges += outcome.badge().isEmpty() ? 0 : 1;
        cost = cost.plus(outcome.cost());
        fees = fees.plus(outcome.charged());
      }
    }
    return new Sums(ups, downs, badges, cost, fees);
  }

  private static int count(List<Pair> pairs, Predicate<Pair> which) {
    return (int) pairs.stream().filter(which).count();
  }
}
