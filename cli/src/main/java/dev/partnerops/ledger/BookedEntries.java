package dev.partnerops.ledger;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.model.Period;
import dev.partnerops.paying.Booked;
import dev.partnerops.paying.BookedGrant;
import dev.partnerops.paying.Holding;
import dev.partnerops.paying.LimitSpan;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Programme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
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
  private final Map<String, Map<String, Money>> clawedBack = new HashMap<>();
  private final Set<String> benefits = new HashSet<>();
  private final Set<Long> clawBacks = new HashSet<>();
  private long last;

  /** What a limit counts. */
  private record Counted(String benefit, String per, Grant.Limit.Each each) {}

  /** Whom it counts for, and when. */
  private record Place(String holder, String label) {}

  /** An entry under a key that has not been taken back, and the one before it. */
  private record Live(
      long entry, long run, Money amount, Money due, boolean clawsBack, @Nullable Live before) {

    /** Without that entry. */
    @Nullable Live without(long gone) {
      if (entry == gone) {
        return before;
      }
      return before == null
          ? this
          : new Live(entry, run, amount, due, clawsBack, before.without(gone));
    }

    Live first() {
      return before == null ? this : before.first();
    }

    /** The entry of the key that took all of it back; absent where none did. */
    @Nullable Long clawedBackBy() {
      return clawsBack ? (Long) entry : before == null ? null : before.clawedBackBy();
    }

    Money sum() {
      return before == null ? amount : amount.plus(before.sum());
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
        case Entry.GRANT, Entry.CLAWBACK -> addGrant(entry);
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
    boolean clawsBack = entry.kind().equals(Entry.CLAWBACK);
    benefits.add(entry.benefit());
    grants.put(
        entry.key(), new Live(entry.entry(), entry.run(), entry.amount(), due, clawsBack, before));
    if (clawsBack) {
      addClawedBack(entry);
      clawBacks.add(entry.entry());
    }
  }

  private void addClawedBack(Entry entry) {
    clawedBack
        .computeIfAbsent(entry.benefit(), benefit -> new HashMap<>())
        .merge(entry.holders().getOrDefault("entity", ""), entry.amount().negate(), Money::plus);
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
      if (clawBacks.contains(original)) {
        addClawedBack(reversal);
      }
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
    return Optional.of(
        new BookedGrant(
            last.sum(), last.due(), last.first().entry(), last.run(), last.clawedBackBy()));
  }

  /** The benefits of which something was ever booked. */
  public Set<String> benefits() {
    return Set.copyOf(benefits);
  }

  /**
   * What is held of what was booked, by entry: a pass over the entries.
   *
   * @param which benefits, by the last day of the period that booked them
   */
  public List<Holding> holdings(BiPredicate<String, LocalDate> which) {
    List<Holding> holdings = new ArrayList<>();
    for (Entry entry : entries) {
      Live live = which.test(entry.benefit(), entry.lastDay()) ? grants.get(entry.key()) : null;
      if (live != null
          && live.first().entry() == entry.entry()
          && live.clawedBackBy() == null
          && live.sum().signum() > 0) {
        holdings.add(holding(entry, live.sum()));
      }
    }
    return holdings;
  }

  private static Holding holding(Entry entry, Money sum) {
    return new Holding(
        entry.entry(),
        entry.run(),
        entry.lastDay(),
        entry.key(),
        entry.benefit(),
        Grant.Kind.valueOf(entry.benefitKind().toUpperCase(Locale.ROOT)),
        entry.entityKind(),
        entry.entity(),
        entry.beneficiary(),
        entry.period(),
        sum,
        entry.holders(),
        entry.assignee());
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
    return switch (span.each()) {
      case LIFETIME -> "";
      case PERIOD -> Period.parse(span.span()).orElseThrow().last().toString();
      case MONTH, YEAR -> span.span();
    };
  }

  /**
   * A difference counts in the period of the run that claimed it (RULES 3, 13), known by its end.
   */
  private static String label(Grant.Limit.Each each, Entry entry) {
    return switch (each) {
      case LIFETIME -> "";
      case PERIOD -> entry.lastDay().toString();
      case MONTH -> entry.month();
      case YEAR -> entry.month().substring(0, 4);
    };
  }

  @Override
  public Money clawedBack(String benefit, String entity) {
    return clawedBack.getOrDefault(benefit, Map.of()).getOrDefault(entity, Money.ZERO);
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
        open.merge(entry.assignee(), opens(entry) ? 1 : -1, Integer::sum);
      }
    }
    return open;
  }

  /** Whoever was assigned serves again where it is taken back that a service was taken back. */
  private boolean opens(Entry entry) {
    Long names = entry.names();
    return switch (entry.kind()) {
      case Entry.CLAWBACK -> false;
      case Entry.REVERSAL -> names != null && clawBacks.contains(names);
      default -> true;
    };
  }
}
