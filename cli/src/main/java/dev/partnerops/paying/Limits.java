package dev.partnerops.paying;

import dev.partnerops.deciding.Reasons;
import dev.partnerops.deciding.Subject;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import dev.partnerops.programme.Grant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cuts claims down to limits, one limit after the other (RULES 13). Each counts what is booked in
 * its span and this run's claims.
 */
final class Limits {

  private final Booked booked;

  Limits(Booked booked) {
    this.booked = booked;
  }

  /**
   * Cuts the claims that are eligible.
   *
   * @param benefit whose entries count; empty: all of the programme
   * @param earlier claims of this run that come before these under the same limits
   */
  void cut(List<Grant.Limit> limits, String benefit, List<Claim> claims, List<Claim> earlier) {
    for (Grant.Limit limit : limits) {
      Map<String, List<Claim>> byHolder = new LinkedHashMap<>();
      for (Claim claim : claims) {
        if (claim.isEligible() && claim.amount().signum() > 0) {
          byHolder
              .computeIfAbsent(claim.holder(limit.per()), holder -> new ArrayList<>())
              .add(claim);
        }
      }
      byHolder.forEach((holder, own) -> cut(limit, benefit, holder, own, earlier));
    }
  }

  private void cut(
      Grant.Limit limit, String benefit, String holder, List<Claim> claims, List<Claim> earlier) {
    Subject any = claims.getFirst().subject();
    Optional<Fraction> atMost = any.number(limit.atMost());
    if (atMost.isEmpty()) {
      return;
    }
    LimitSpan span =
        new LimitSpan(
            any.programme().id(),
            benefit,
            limit.per(),
            holder,
            limit.each(),
            Holders.span(limit.each(), any.input().evaluation().period()));
    Money spent = booked.spent(span);
    for (Claim claim : earlier) {
      if (claim.amount().signum() > 0 && claim.holder(limit.per()).equals(holder)) {
        spent = spent.plus(claim.amount());
      }
    }
    List<Claim> inOrder = claims.stream().sorted(order(limit)).toList();
    long[] asked = inOrder.stream().mapToLong(claim -> claim.amount().fen()).toArray();
    Money most = Money.rounded(atMost.get());
    long[] shares = Allocation.divide(most.minus(spent).fen(), asked, limit.whenShort());
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] < asked[i]) {
        Money wanted = spent.plus(sum(asked));
        inOrder
            .get(i)
            .cut(new Money(shares[i]), Reasons.line(limit.clause(), wanted + " <= " + most));
      }
    }
  }

  private static Comparator<Claim> order(Grant.Limit limit) {
    return limit.whenShort() == Grant.Limit.WhenShort.BY_RANK
        ? Arrival.byRank()
        : Arrival.by(limit.arrival());
  }

  private static Money sum(long[] fen) {
    Money sum = Money.ZERO;
    for (long each : fen) {
      sum = sum.plus(new Money(each));
    }
    return sum;
  }
}
