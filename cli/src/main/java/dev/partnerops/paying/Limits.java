package dev.partnerops.paying;

import dev.partnerops.deciding.Reasons;
import dev.partnerops.deciding.Subject;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import dev.partnerops.model.Period;
import dev.partnerops.programme.Grant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
  private final Period period;

  /** Limits as they are in that period, whatever period a claim is for (RULES 3). */
  Limits(Booked booked, Period period) {
    this.booked = booked;
    this.period = period;
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
      Map<String, Money> before = amounts(earlier, limit.per());
      byHolder.forEach((holder, own) ->
          cut(limit, benefit, holder, own, before.getOrDefault(holder, Money.ZERO)));
    }
  }

  private static Map<String, Money> amounts(List<Claim> claims, String per) {
    Map<String, Money> amounts = new HashMap<>();
    for (Claim claim : claims) {
      if (claim.amount().signum() > 0) {
        amounts.merge(claim.holder(per), claim.amount(), Money::plus);
      }
    }
    return amounts;
  }

  private void cut(
      Grant.Limit limit, String benefit, String holder, List<Claim> claims, Money before) {
    Subject any =
        claims.stream()
            .filter(claim -> claim.period().equals(period))
            .findFirst()
            .orElse(claims.getFirst())
            .subject();
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
            Holders.span(limit.each(), period));
    Money spent = booked.spent(span).plus(before);
    Money most = Money.rounded(atMost.get());
    Money wanted = spent;
    for (Claim claim : claims) {
      wanted = wanted.plus(claim.amount());
    }
    if (wanted.compareTo(most) <= 0) {
      return;
    }
    List<Claim> inOrder = claims.stream().sorted(order(limit)).toList();
    long[] asked = inOrder.stream().mapToLong(claim -> claim.amount().fen()).toArray();
    long[] shares = Allocation.divide(most.minus(spent).fen(), asked, limit.whenShort());
    String why = Reasons.line(limit.clause(), wanted + " <= " + most);
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] < asked[i]) {
        inOrder.get(i).cut(new Money(shares[i]), why);
      }
    }
  }

  private static Comparator<Claim> order(Grant.Limit limit) {
    return limit.whenShort() == Grant.Limit.WhenShort.BY_RANK
        ? Arrival.byRank()
        : Arrival.by(limit.arrival());
  }
}
