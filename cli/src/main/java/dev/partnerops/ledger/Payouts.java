package dev.partnerops.ledger;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The payout files there are, to be asked which of them an entry is in. A file holds some rows of
 * memory, however many entries it has.
 */
public final class Payouts {

  private final List<Payout> all;
  private final Map<Series, NavigableMap<Long, Payout>> byLastEntry = new HashMap<>();

  /** The files of one programme and kind follow each other. */
  private record Series(String programme, String kind) {}

  public Payouts(List<Payout> payouts) {
    all = payouts.stream().sorted(Comparator.comparingLong(Payout::payout)).toList();
    for (Payout payout : all) {
      byLastEntry
          .computeIfAbsent(new Series(payout.programme(), payout.kind()), series -> new TreeMap<>())
          .put(payout.lastEntry(), payout);
    }
  }

  /** By number. */
  public List<Payout> all() {
    return all;
  }

  /**
   * The payout file that an entry of that programme and kind is in; empty while it is in none. The
   * entry must be neither a reversal nor reversed: those are in no file.
   */
  public Optional<Payout> find(String programme, String kind, long entry) {
    NavigableMap<Long, Payout> files = byLastEntry.get(new Series(programme, kind));
    return Optional.ofNullable(files)
        .map(each -> each.ceilingEntry(entry))
        .map(Map.Entry::getValue)
        .filter(payout -> payout.spans(entry));
  }

  /** Whether an entry, neither a reversal nor reversed, is in a payout file. */
  public boolean isPaidOut(String programme, String kind, long entry) {
    return find(programme, kind, entry).isPresent();
  }

  /** The same of a whole entry. */
  public boolean isPaidOut(Entry entry) {
    return isPaidOut(entry.programme(), Payout.kindOf(entry), entry.entry());
  }

  /** The last entry of a programme and kind that is in a file; 0 while none is. */
  public long lastEntry(String programme, String kind) {
    NavigableMap<Long, Payout> files = byLastEntry.get(new Series(programme, kind));
    return files == null ? 0 : files.lastKey();
  }

  /** The highest number; 0 while there is none. */
  public long last() {
    return all.isEmpty() ? 0 : all.getLast().payout();
  }

  /** The file with that number. */
  public Optional<Payout> find(long number) {
    return all.stream().filter(payout -> payout.payout() == number).findFirst();
  }
}
