package dev.partnerops.ledger;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.paying.Booked;
import dev.partnerops.paying.BookedGrant;
import dev.partnerops.paying.LimitSpan;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Programme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the entries of one programme add up to, by key, limit and entity (RULES 3, 13). Keeps the
 * sums and not the entries, which it reads again where a limit counts them.
 */
public final class BookedEntries implements Booked {

  private final Iterable<Entry> entries;
  private final Map<String, Live> grants = new HashMap<>();
  private final Map<EntityId, Money> feeBases = new HashMap<>();
  private final Map<Counted, Map<Place, Money>> spent = new HashMap<>();
  private final Map<String, Map<String, Integer>> services = new HashMap<>();
  private long last;

  /** What a limit counts. */
  private record Counted(String benefit, String per, Grant.Limit.Each each) {}

  /** Whom it counts for, and when. */
  private record Place(String holder, String label) {}

  /** An entry under a key that has not been taken back, and the one before it. */
  private record Live(long entry, long run, Money amount, Money due, @Nullable Live before) {

    /** Without that entry. */
    @Nullable Live without(long gone) {
      if (entry == gone) {
        return before;
      }
      return before == null ? this : new Live(entry, run, amount, due, before.without(gone));
    }
  }

  /**
   * Adds up entries.
   *
   * @param entries oldest first, each time they are asked for
   */
  public BookedEntries(Iterable<Entry> entries) {
    this(entries, List.of());
  }

  /**
   * Adds up entries, and in the same pass what the limits of those editions count.
   *
   * @param entries oldest first, each time they are asked for
   */
  public BookedEntries(Iterable<Entry> entries, List<Programme> editions) {
    this.entries = entries;
    editions.forEach(this::expect);
    for (Entry entry : entries) {
      last = entry.entry();
      spent.forEach((counted, sums) -> add(entry, counted, sums));
      switch (entry.kind()) {
        case Entry.GRANT -> addGrant(entry);
        case Entry.FEE -> addFee(entry);
        default -> takeBack(entry);
      }
    }
  }

  private void expect(Programme edition) {
    for (Instruments instruments : edition.allInstruments()) {
      expect("", instruments.limits());
      for (Grant grant : instruments.grants()) {
        expect(grant.benefit(), grant.limits());
        if (grant.isCumulative()) {
          expect(new Counted(grant.benefit(), "entity", Grant.Limit.Each.LIFETIME));
        }
      }
    }
  }

  private void expect(String benefit, List<Grant.Limit> limits) {
    limits.forEach(limit -> expect(new Counted(benefit, limit.per(), limit.each())));
  }

  private void expect(Counted counted) {
    spent.put(counted, new HashMap<>());
  }

  /** The number of the last entry; 0 where there is none. */
  public long last() {
    return last;
  }

  private void addGrant(Entry entry) {
    Live before = grants.get(entry.key());
    Money due = entry.due().equals(entry.amount()) ? entry.amount() : entry.due();
    grants.put(entry.key(), new Live(entry.entry(), entry.run(), entry.amount(), due, before));
  }

  private void addFee(Entry entry) {
    if (entry.baseAfter() != null) {
      feeBases.put(entry.entity(), entry.baseAfter());
    }
  }

  /**
   * As though the entry it names had not been booked: what was due under the key is what the entry
   * before it says, and a fee's base is the one before its statement, to which the reversal leads
   * back.
   */
  private void takeBack(Entry reversal) {
    Live live = grants.get(reversal.key());
    Long original = reversal.names();
    if (live != null && original != null) {
      grants.compute(reversal.key(), (key, each) -> live.without(original));
    } else if (reversal.benefit().isEmpty() && reversal.baseAfter() != null) {
      feeBases.put(reversal.entity(), reversal.baseAfter());
    }
  }

  @Override
  public Optional<BookedGrant> findGrant(String key) {
    Live last = grants.get(key);
    if (last == null) {
      return Optional.empty();
    }
    Money sum = Money.ZERO;
    Live first = last;
    for (Live each = last; each != null; each = each.before()) {
      sum = sum.plus(each.amount());
      first = each;
    }
    return Optional.of(new BookedGrant(sum, last.due(), first.entry(), last.run()));
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
    entries.forEach(entry -> add(entry, counted, sums));
    return sums;
  }

  private static void add(Entry entry, Counted counted, Map<Place, Money> sums) {
    String holder = isOfAll(counted.per()) ? "" : entry.holders().get(counted.per());
    boolean inBenefits =
        !entry.benefit().isEmpty()
            && (counted.benefit().isEmpty() || counted.benefit().equals(entry.benefit()));
    if (holder != null && inBenefits) {
      sums.merge(new Place(holder, label(counted.each(), entry)), entry.amount(), Money::plus);
    }
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
    return services.computeIfAbsent(benefit, this::countServices).getOrDefault(assignee, 0);
  }

  private Map<String, Integer> countServices(String benefit) {
    Map<String, Integer> open = new HashMap<>();
    for (Entry entry : entries) {
      if (entry.benefit().equals(benefit)) {
        open.merge(entry.assignee(), entry.kind().equals(Entry.REVERSAL) ? -1 : 1, Integer::sum);
      }
    }
    return open;
  }
}
