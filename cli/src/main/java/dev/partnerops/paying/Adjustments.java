package dev.partnerops.paying;

import dev.partnerops.deciding.Subject;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.programme.Grant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rates and bands of earlier periods reckoned again: what they come to today less what is booked
 * (RULES 3). The newest reckoning of a key decides: this run's, else that of the latest period that
 * granted something under it. What a limit once cut stays cut.
 */
final class Adjustments {

  private final List<Again> oldestFirst = new ArrayList<>();
  private final Map<String, Due> lastDues = new HashMap<>();
  private final Set<String> reckoned = new HashSet<>();
  private final Booked booked;
  private final ClawBacks clawBacks;

  /** What a run reckoned under a key, whatever limits left of it. */
  private record Due(Money amount, long run) {}

  private record Again(Earlier earlier, Map<EntityId, Payee> payees) {

    /** Whom a grant of the period itself went to; absent where its amount is not reckoned again. */
    @Nullable Payee find(GrantDecision grant) {
      return grant.isDue() && grant.period().equals(earlier.period().label())
          ? payees.get(grant.id())
          : null;
    }
  }

  /** Reckons again the grants of those periods, which come oldest first. */
  Adjustments(List<Earlier> earlier, Booked booked, ClawBacks clawBacks) {
    this.booked = booked;
    this.clawBacks = clawBacks;
    for (Earlier each : earlier) {
      Again again = new Again(each, new HashMap<>());
      each.subjects()
          .forEach(subject -> again.payees().put(subject.candidate().id(), new Payee(subject)));
      oldestFirst.add(again);
      for (GrantDecision grant : each.grants()) {
        if (grant.isDue()) {
          lastDues.put(grant.key(), new Due(grant.due(), each.run()));
        }
        Payee payee = again.find(grant);
        if (payee != null) {
          // Amounts may hang on what other benefits granted then.
          payee.subject().grant(grant.benefit(), grant.amount());
        }
      }
    }
  }

  /** This run has reckoned what stands under that claim's key. */
  void isReckoned(Claim claim) {
    if (!oldestFirst.isEmpty()) {
      reckoned.add(reckoning(claim.grant(), claim.subject(), claim.key()));
    }
  }

  /** What differs of the grants that {@code which} picks, oldest period first. */
  List<Claim> claims(Predicate<Grant> which) {
    List<Claim> claims = new ArrayList<>();
    for (Again again : oldestFirst.reversed()) {
      List<Claim> ofPeriod = new ArrayList<>();
      for (GrantDecision original : again.earlier().grants()) {
        Payee payee = again.find(original);
        Grant grant = payee == null ? null : grant(payee.subject(), original);
        if (payee != null
            && grant != null
            && which.test(grant)
            && reckoned.add(reckoning(grant, payee.subject(), original.key()))) {
          Claim claim = claim(grant, payee, original);
          if (claim != null) {
            ofPeriod.add(claim);
          }
        }
      }
      claims.addAll(0, ofPeriod);
    }
    return claims;
  }

  /** What one reckoning settles: its key, or all of the entity where it is for all time. */
  private static String reckoning(Grant grant, Subject subject, String key) {
    return grant.isCumulative()
        ? grant.benefit() + " " + Holders.holder("entity", grant, subject)
        : key;
  }

  private static @Nullable Grant grant(Subject subject, GrantDecision original) {
    for (Grant grant : subject.instruments().grants()) {
      if (grant.benefit().equals(original.benefit()) && grant.isReckonedAgain()) {
        return grant;
      }
    }
    return null;
  }

  private @Nullable Claim claim(Grant grant, Payee payee, GrantDecision original) {
    Money due =
        Dues.due(grant, payee.subject(), original.key(), booked, clawBacks).orElse(Money.ZERO);
    Claim claim = Claim.again(grant, payee, original, due);
    BookedGrant under = booked.findGrant(original.key()).orElse(null);
    if (under != null && (under.clawedBackBy() != null || clawBacks.takes(original.key()))) {
      return null;
    }
    Due last = lastDues.getOrDefault(original.key(), new Due(original.due(), 0));
    if (under == null) {
      return claim.settle(Money.ZERO, last.amount(), null) ? claim : null;
    }
    Money lastDue = under.run() > last.run() ? under.due() : last.amount();
    return claim.settle(under.sum(), lastDue, under.entry()) ? claim : null;
  }
}
