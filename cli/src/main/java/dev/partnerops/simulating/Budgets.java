package dev.partnerops.simulating;

import dev.partnerops.deciding.Subject;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Fraction;
import dev.partnerops.paying.Holders;
import dev.partnerops.paying.LimitSpan;
import dev.partnerops.programme.Grant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Limits that what is booked and what this period would claim come near to, or go beyond: a budget
 * of everybody once, the limit of a holder for each entity that claims under it.
 */
final class Budgets {

  private final Open open;
  private final Open.Near near;
  private final Claims now;
  private final Claims later;
  private final Set<String> told = new HashSet<>();
  private final List<Finding> found = new ArrayList<>();

  private Budgets(Open open, Open.Near near) {
    this.open = open;
    this.near = near;
    this.now = new Claims(open.now());
    this.later = new Claims(open.later());
  }

  static List<Finding> of(Open open, Open.Near near) {
    Budgets budgets = new Budgets(open, near);
    for (Subject subject : open.subjects()) {
      for (Grant grant : subject.instruments().grants()) {
        grant.limits().forEach(limit -> budgets.add(limit, grant.benefit(), subject));
      }
      subject.instruments().limits().forEach(limit -> budgets.add(limit, "", subject));
    }
    return budgets.found;
  }

  private void add(Grant.Limit limit, String benefit, Subject subject) {
    if (limit.per().equals(Claims.EVERYBODY)) {
      if (told.add(subject.programme().edition() + " " + limit.clause().path())) {
        addBudget(limit, benefit, subject);
      }
      return;
    }
    EntityId id = subject.candidate().id();
    String holder = later.holder(benefit, limit.per(), id);
    Optional<Fraction> atMost = subject.number(limit.atMost());
    if (holder.isEmpty() || atMost.isEmpty()) {
      return;
    }
    Fraction spent = spent(limit, benefit, holder);
    Fraction ends = spent.plus(later.of(benefit, limit.per(), holder).yuan());
    if (near.reaches(ends, atMost.get())) {
      found.add(
          new Finding(
              Finding.Kind.NEAR_LIMIT,
              id,
              subject.segment(),
              subject.candidate().name(),
              spent.round(2),
              ends.round(2),
              atMost.get().round(2),
              atMost.get().minus(spent).round(2),
              limit.clause().path()));
    }
  }

  /** What it may give hangs on nobody, so that any subject knows it. */
  private void addBudget(Grant.Limit limit, String benefit, Subject any) {
    Optional<Fraction> atMost = any.number(limit.atMost());
    Fraction spent = spent(limit, benefit, "");
    Fraction claimed = later.of(benefit, Claims.EVERYBODY, "").yuan();
    Fraction ends = spent.plus(claimed);
    // One that is used up and that nobody asks for any more is no news.
    if (claimed.signum() == 0 || atMost.isEmpty() || !near.reaches(ends, atMost.get())) {
      return;
    }
    Fraction left = atMost.get().minus(spent);
    Optional<LocalDate> day = runsOutOn(left, now.of(benefit, Claims.EVERYBODY, "").yuan());
    found.add(
        new Finding(
            Finding.Kind.NEAR_BUDGET,
            new EntityId(""),
            "",
            "",
            spent.round(2),
            ends.round(2),
            atMost.get().round(2),
            left.round(2),
            limit.clause().path() + day.map(on -> " " + on).orElse("")));
  }

  private Fraction spent(Grant.Limit limit, String benefit, String holder) {
    return open.now()
        .booked()
        .spent(
            new LimitSpan(
                open.programme(),
                benefit,
                limit.per(),
                holder,
                limit.each(),
                Holders.span(limit.each(), open.period())))
        .yuan();
  }

  /**
   * The day of the period on which what is left has been claimed, if claims come in as they did so
   * far; empty where that is after it.
   */
  private Optional<LocalDate> runsOutOn(Fraction left, Fraction claimed) {
    LocalDate first = open.period().first();
    long days = ChronoUnit.DAYS.between(first, open.asOf()) + 1;
    if (days <= 0 || claimed.signum() <= 0 || left.signum() <= 0) {
      return Optional.empty();
    }
    Fraction needed = left.times(Fraction.of(days)).dividedBy(claimed);
    long whole = needed.floor().longValueExact() + (needed.isWhole() ? 0 : 1);
    return Optional.of(first.plusDays(whole - 1)).filter(day -> !day.isAfter(open.period().last()));
  }
}
