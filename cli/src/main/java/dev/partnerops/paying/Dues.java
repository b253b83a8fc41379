package dev.partnerops.paying;

import dev.partnerops.deciding.Steps;
import dev.partnerops.deciding.Subject;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Grant.Amount;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.Setting;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a grant is worth to an entity, before what is booked and before limits, rounded half-up to
 * the fen; empty where its metric is missing or its amount {@code none}.
 */
final class Dues {

  private Dues() {}

  /** The claim under that key in all. */
  static Optional<Money> due(
      Grant grant, Subject subject, String key, Booked booked, ClawBacks clawBacks) {
    return switch (grant.amount()) {
      case null -> Optional.of(Money.ZERO);
      case Amount.Fixed fixed -> subject.number(fixed.yuan()).map(Money::rounded);
      case Amount.Share share -> share(grant, share, subject);
      case Amount.Banded banded -> banded(grant, banded, subject, key, booked, clawBacks);
    };
  }

  private static Optional<Money> share(Grant grant, Amount.Share share, Subject subject) {
    Optional<Fraction> base = base(grant, share.of(), subject);
    Optional<Fraction> rate = subject.number(share.rate());
    if (base.isEmpty() || rate.isEmpty()) {
      return Optional.empty();
    }
    if (base.get().signum() < 0) {
      return Optional.of(Money.ZERO);
    }
    Fraction amount = base.get().times(rate.get());
    return Optional.of(Money.rounded(bounded(amount, share.atLeast(), share.atMost(), subject)));
  }

  /** Cumulative bands are due for all time: what other keys of the entity were granted is off. */
  private static Optional<Money> banded(
      Grant grant,
      Amount.Banded banded,
      Subject subject,
      String key,
      Booked booked,
      ClawBacks clawBacks) {
    Optional<Fraction> base = base(grant, banded.of(), subject);
    if (base.isEmpty()) {
      return Optional.empty();
    }
    Fraction amount = Bands.of(banded.bands(), subject).of(base.get());
    Money due = Money.rounded(bounded(amount, banded.atLeast(), banded.atMost(), subject));
    if (!banded.cumulative()) {
      return Optional.of(due);
    }
    String entity = Holders.holder("entity", grant, subject);
    LimitSpan ever =
        new LimitSpan(
            subject.programme().id(),
            grant.benefit(),
            "entity",
            entity,
            Grant.Limit.Each.LIFETIME,
            "");
    Money now = clawBacks.taken(grant.benefit(), entity);
    Money left = booked.spent(ever).minus(now);
    // What was clawed back is not due again, nor is more taken back than is left.
    Money granted = left.plus(now).plus(booked.clawedBack(grant.benefit(), entity));
    Money difference = due.minus(granted);
    Money most = difference.compareTo(left.negate()) < 0 ? left.negate() : difference;
    Money underThisKey = booked.findGrant(key).map(BookedGrant::sum).orElse(Money.ZERO);
    return Optional.of(most.plus(underThisKey));
  }

  private static Optional<Fraction> base(Grant grant, Metric.Use of, Subject subject) {
    Value value = subject.value(of);
    if (subject.isTraced()) {
      subject.noteParts(of);
      subject.note(Steps.of(of, grant.clause(), subject, value, null, null));
    }
    return value.findNumber();
  }

  private static Fraction bounded(
      Fraction amount, @Nullable Setting atLeast, @Nullable Setting atMost, Subject subject) {
    Fraction raised = subject.number(atLeast).map(amount::max).orElse(amount);
    return subject.number(atMost).map(raised::min).orElse(raised);
  }
}
