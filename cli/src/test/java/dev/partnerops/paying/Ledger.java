package dev.partnerops.paying;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Money;
import dev.partnerops.model.Period;
import dev.partnerops.programme.Grant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a test booked: the ledger in miniature. */
final class Ledger implements Booked {

  private record Entry(int run, Period period, GrantDecision grant) {}

  private final List<Entry> entries = new ArrayList<>();
  private int runs;
  private final Map<EntityId, Money> bases = new HashMap<>();

  void book(Period period, Payments payments) {
    runs++;
    payments.grants().stream()
        .filter(grant ->
            grant.status() == GrantDecision.Status.ELIGIBLE
                || grant.status() == GrantDecision.Status.CLAWED_BACK)
        .filter(grant -> grant.kind() == Grant.Kind.SERVICE || grant.amount().signum() != 0)
        .forEach(grant -> entries.add(new Entry(runs, period, grant)));
    payments.fees().forEach(fee -> bases.put(fee.id(), fee.baseAfter()));
  }

  void base(String id, String yuan) {
    bases.put(new EntityId(id), Reckonings.money(yuan));
  }

  @Override
  public Optional<BookedGrant> findGrant(String key) {
    Money sum = Money.ZERO;
    BookedGrant found = null;
    for (int i = 0; i < entries.size(); i++) {
      GrantDecision grant = entries.get(i).grant();
      if (grant.key().equals(key)) {
        sum = sum.plus(grant.amount());
        found =
            new BookedGrant(
                sum,
                grant.due(),
                found == null ? i : found.entry(),
                entries.get(i).run(),
                grant.isClawBack() ? (Long) (long) i : null);
      }
    }
    return Optional.ofNullable(found);
  }

  @Override
  public Money spent(LimitSpan span) {
    Money sum = Money.ZERO;
    for (Entry entry : entries) {
      GrantDecision grant = entry.grant();
      boolean counts =
          (span.benefit().isEmpty() || span.benefit().equals(grant.benefit()))
              && (span.per().equals("programme")
                  || span.holder().equals(grant.holders().get(span.per())))
              && Holders.span(span.each(), entry.period()).equals(span.span());
      sum = counts ? sum.plus(grant.amount()) : sum;
    }
    return sum;
  }

  /** What is held of what was booked before a day. */
  List<Holding> holdings(LocalDate before) {
    List<Holding> holdings = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      GrantDecision grant = entries.get(i).grant();
      BookedGrant booked = findGrant(grant.key()).orElseThrow();
      LocalDate bookedOn = entries.get(i).period().last();
      if (booked.entry() == i
          && booked.clawedBackBy() == null
          && booked.sum().signum() > 0
          && bookedOn.isBefore(before)) {
        holdings.add(
            new Holding(
                i,
                entries.get(i).run(),
                bookedOn,
                grant.key(),
                grant.benefit(),
                grant.kind(),
                EntityKind.MERCHANT,
                grant.id(),
                grant.beneficiary(),
                grant.period(),
                booked.sum(),
                grant.holders(),
                grant.assignee()));
      }
    }
    return holdings;
  }

  @Override
  public Money clawedBack(String benefit, String entity) {
    Money sum = Money.ZERO;
    for (Entry entry : entries) {
      GrantDecision grant = entry.grant();
      boolean counts =
          grant.isClawBack()
              && grant.benefit().equals(benefit)
              && entity.equals(grant.holders().get("entity"));
      sum = counts ? sum.minus(grant.amount()) : sum;
    }
    return sum;
  }

  @Override
  public Money feeBase(String programme, EntityId id) {
    return bases.getOrDefault(id, Money.ZERO);
  }

  @Override
  public int openServices(String programme, String benefit, String assignee) {
    return (int)
        entries.stream().filter(entry -> entry.grant().assignee().equals(assignee)).count();
  }
}
