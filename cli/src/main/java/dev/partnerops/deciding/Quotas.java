package dev.partnerops.deciding;

import dev.partnerops.model.Fraction;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Ranking;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Gives out the badges of one partition. A candidate that fails a quota's {@code require} is passed
 * over and the next takes the place; {@code next} begins after the last place taken; a share is of
 * the eligible before the quota's {@code require} (RULES 16, 48).
 */
final class Quotas {

  private final Ranking ranking;
  private final List<Placing.Ranked> ranked;
  private final int eligible;
  private final int all;

  Quotas(Ranking ranking, List<Placing.Ranked> ranked, int eligible, int all) {
    this.ranking = ranking;
    this.ranked = ranked;
    this.eligible = eligible;
    this.all = all;
  }

  void giveOut() {
    int afterLastTaken = 0;
    for (Ranking.Quota quota : ranking.quotas()) {
      int start = quota.next() ? afterLastTaken : 0;
      afterLastTaken = Math.max(afterLastTaken, give(quota, start));
    }
  }

  /** Gives the quota's places from that index on; says the index after the last one taken. */
  private int give(Ranking.Quota quota, int start) {
    if (ranked.isEmpty()) {
      return start;
    }
    Optional<Long> places = places(quota);
    long left = places.orElse(0L);
    int taken = start;
    int from = start;
    while (from < ranked.size() && left > 0) {
      int to = groupEnd(from);
      List<Placing.Ranked> passing =
          ranked.subList(from, to).stream().filter(one -> passes(quota, one.subject())).toList();
      if (ranking.ties() == Ranking.Ties.EXCLUSIVE && passing.size() > left) {
        break;
      }
      for (Placing.Ranked one : passing) {
        if (one.subject().badge().isEmpty()) {
          one.subject().badge(quota.badge());
        }
      }
      left -= passing.size();
      taken = passing.isEmpty() ? taken : to;
      from = to;
    }
    return taken;
  }

  /** The end of the entities that are in or out together: a tie, or with strict ties one alone. */
  private int groupEnd(int from) {
    int end = from + 1;
    if (ranking.ties() != Ranking.Ties.STRICT) {
      while (end < ranked.size() && Placing.tied(ranked.get(from), ranked.get(end))) {
        end++;
      }
    }
    return end;
  }

  private boolean passes(Ranking.Quota quota, Subject subject) {
    Condition require = quota.require();
    return !subject.badge().isEmpty()
        || require == null
        || subject.note(subject.judge(require)).holds();
  }

  private Optional<Long> places(Ranking.Quota quota) {
    Subject any = ranked.getFirst().subject();
    Optional<Fraction> places = any.number(quota.places());
    if (places.isEmpty()) {
      return Optional.empty();
    }
    Fraction exact = places.get();
    if (quota.share()) {
      exact = exact.times(Fraction.of(quota.ofAll() ? all : eligible));
    }
    BigInteger whole = exact.floor();
    if (quota.roundUp() && !exact.isWhole()) {
      whole = whole.add(BigInteger.ONE);
    }
    Fraction atLeast = any.number(quota.atLeast()).orElse(Fraction.ZERO);
    return Optional.of(whole.max(atLeast.floor()).longValueExact());
  }
}
