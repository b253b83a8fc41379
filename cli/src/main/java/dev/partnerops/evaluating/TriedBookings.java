package dev.partnerops.evaluating;

import dev.partnerops.ledger.BookedEntries;
import dev.partnerops.ledger.Entry;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.paying.Booked;
import dev.partnerops.paying.BookedGrant;
import dev.partnerops.paying.LimitSpan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is booked, and on top of it what a trial would have booked since. */
final class TriedBookings implements Booked {

  private final Booked before;
  private final BookedEntries since;
  private final Map<EntityId, Money> feeBases = new HashMap<>();

  /**
   * Adds entries to what is booked.
   *
   * @param entries oldest first, numbered on from those before; no reversals
   */
  TriedBookings(Booked before, List<Entry> entries) {
    this.before = before;
    this.since = new BookedEntries(entries);
    for (Entry entry : entries) {
      if (entry.baseAfter() != null) {
        feeBases.put(entry.entity(), entry.baseAfter());
      }
    }
  }

  @Override
  public Optional<BookedGrant> findGrant(String key) {
    Optional<BookedGrant> first = before.findGrant(key);
    Optional<BookedGrant> then = since.findGrant(key);
    if (first.isEmpty() || then.isEmpty()) {
      return first.or(() -> then);
    }
    return Optional.of(
        new BookedGrant(
            first.get().sum().plus(then.get().sum()),
            then.get().due(),
            first.get().entry(),
            then.get().run(),
            first.get().clawedBackBy()));
  }

  @Override
  public Money spent(LimitSpan span) {
    return before.spent(span).plus(since.spent(span));
  }

  /** Trials claw nothing back. */
  @Override
  public Money clawedBack(String benefit, String entity) {
    return before.clawedBack(benefit, entity);
  }

  @Override
  public Money feeBase(String programme, EntityId id) {
    Money base = feeBases.get(id);
    return base == null ? before.feeBase(programme, id) : base;
  }

  @Override
  public int openServices(String programme, String benefit, String assignee) {
    return before.openServices(programme, benefit, assignee)
        + since.openServices(programme, benefit, assignee);
  }
}
