package dev.partnerops.ledger;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.paying.Booked;
import dev.partnerops.paying.BookedGrant;
import dev.partnerops.paying.LimitSpan;
import dev.partnerops.programme.Grant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the entries of one programme add up to, by key, limit and entity (RULES 3, 13). */
public final class BookedEntries implements Booked {

  private final List<Entry> entries;
  private final Map<String, List<Entry>> grants = new HashMap<>();
  private final Map<EntityId, Money> feeBases = new HashMap<>();
  private final Map<Counted, Map<Place, Money>> spent = new HashMap<>();

  /** What a limit counts. */
  private record Counted(String benefit, String per, Grant.Limit.Each each) {}

  /** Whom it counts for, and when. */
  private record Place(String holder, String label) {}

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
            takeBackGrant(original);
          } else if (original != null && original.baseBefore() != null) {
            feeBases.put(entry.entity(), original.baseBefore());
          }
        }
      }
    }
  }

  private void addGrant(Entry entry) {
    grants.computeIfAbsent(entry.key(), key -> new ArrayList<>(1)).add(entry);
  }

  private void addFee(Entry entry) {
    if (entry.baseAfter() != null) {
      feeBases.put(entry.entity(), entry.baseAfter());
    }
  }

  /** As though it had not been booked: what was due is what the entry before it says. */
  private void takeBackGrant(Entry original) {
    List<Entry> live = grants.getOrDefault(original.key(), List.of());
    if (live.remove(original) && live.isEmpty()) {
      grants.remove(original.key());
    }
  }

  @Override
  public Optional<BookedGrant> findGrant(String key) {
    List<Entry> live = grants.get(key);
    if (live == null) {
      return Optional.empty();
    }
    Money sum = Money.ZERO;
    for (Entry entry : live) {
      sum = sum.plus(entry.amount());
    }
    return Optional.of(
        new BookedGrant(sum, live.getLast().due(), live.getFirst().entry(), live.getLast().run()));
  }

  @Override
  public Money spent(LimitSpan span) {
    Counted counted = new Counted(span.benefit(), span.per(), span.each());
    Place place = new Place(isOfAll(span.per()) ? "" : span.holder(), label(span));
    return spent.computeIfAbsent(counted, this::add).getOrDefault(place, Money.ZERO);
  }

  /** One pass over the entries gives the sums of all holders and spans. */
  private Map<Place, Money> add(Counted counted) {
    Map<Place, Money> sums = new HashMap<>();
    for (Entry entry : entries) {
      String holder = isOfAll(counted.per()) ? "" : entry.holders().get(counted.per());
      boolean inBenefits =
          !entry.benefit().isEmpty()
              && (counted.benefit().isEmpty() || counted.benefit().equals(entry.benefit()));
      if (holder != null && inBenefits) {
        sums.merge(new Place(holder, label(counted.each(), entry)), entry.amount(), Money::plus);
      }
    }
    return sums;
  }

  private static boolean isOfAll(String per) {
    return per.equals("programme");
  }

  private static String label(LimitSpan span) {
    return span.each() == Grant.Limit.Each.LIFETIME ? "" : span.span();
  }

  private static String label(Grant.Limit.Each each, Entry entry) {
    return switch (each) {
      case LIFETIME -> "";
      case PERIOD -> entry.period();
      case MONTH -> entry.month();
      case YEAR -> entry.month().substring(0, 4);
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
