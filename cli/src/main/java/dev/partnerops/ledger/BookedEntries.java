package dev.partnerops.ledger;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.paying.Booked;
import dev.partnerops.paying.BookedGrant;
import dev.partnerops.paying.LimitSpan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the entries of one programme add up to, by key, limit and entity (RULES 3, 13). */
public final class BookedEntries implements Booked {

  private final List<Entry> entries;
  private final Map<String, BookedGrant> grants = new HashMap<>();
  private final Map<EntityId, Money> feeBases = new HashMap<>();
  private final Map<LimitSpan, Money> spent = new HashMap<>();

  public BookedEntries(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    Map<Long, Entry> byNumber = new HashMap<>();
    for (Entry entry : entries) {
      byNumber.put(entry.entry(), entry);
      switch (entry.kind()) {
        case Entry.GRANT -> addGrant(entry);
        case Entry.FEE -> addFee(entry);
        default -> {
          Entry original = byNumber.get(entry.names());
          if (original != null && original.kind().equals(Entry.GRANT)) {
            takeBackGrant(entry);
          } else if (original != null && original.baseBefore() != null) {
            feeBases.put(entry.entity(), original.baseBefore());
          }
        }
      }
    }
  }

  private void addGrant(Entry entry) {
    BookedGrant known = grants.get(entry.key());
    grants.put(
        entry.key(),
        known == null
            ? new BookedGrant(entry.amount(), entry.due(), "entry " + entry.entry())
            : new BookedGrant(known.sum().plus(entry.amount()), entry.due(), known.entry()));
  }

  private void addFee(Entry entry) {
    if (entry.baseAfter() != null) {
      feeBases.put(entry.entity(), entry.baseAfter());
    }
  }

  private void takeBackGrant(Entry entry) {
    BookedGrant known = grants.get(entry.key());
    if (known != null) {
      Money sum = known.sum().plus(entry.amount());
      if (sum.signum() == 0) {
        grants.remove(entry.key());
      } else {
        grants.put(entry.key(), new BookedGrant(sum, known.due(), known.entry()));
      }
    }
  }

  @Override
  public Optional<BookedGrant> findGrant(String key) {
    return Optional.ofNullable(grants.get(key));
  }

  @Override
  public Money spent(LimitSpan span) {
    return spent.computeIfAbsent(span, this::add);
  }

  private Money add(LimitSpan span) {
    Money sum = Money.ZERO;
    for (Entry entry : entries) {
      boolean counts =
          !entry.benefit().isEmpty()
              && (span.benefit().isEmpty() || span.benefit().equals(entry.benefit()))
              && isInside(span, entry)
              && (span.per().equals("programme")
                  || span.holder().equals(entry.holders().get(span.per())));
      if (counts) {
        sum = sum.plus(entry.amount());
      }
    }
    return sum;
  }

  private static boolean isInside(LimitSpan span, Entry entry) {
    return switch (span.each()) {
      case LIFETIME -> true;
      case PERIOD -> entry.period().equals(span.span());
      case MONTH -> entry.month().equals(span.span());
      case YEAR -> entry.month().substring(0, 4).equals(span.span());
    };
  }

  @Override
  public Money feeBase(String programme, EntityId id) {
    return feeBases.getOrDefault(id, Money.ZERO);
  }

  @Override
  public int openServices(String programme, String benefit, String assignee) {
    int open = 0;
    for (Entry entry : entries) {
      if (entry.benefit().equals(benefit) && entry.assignee().equals(assignee)) {
        open += entry.kind().equals(Entry.REVERSAL) ? -1 : 1;
      }
    }
    return open;
  }
}
