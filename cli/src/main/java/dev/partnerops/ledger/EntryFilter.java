package dev.partnerops.ledger;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the ledger are meant: those that fit everything asked for.
 *
 * @param texts what columns must hold
 * @param period label of what the entry is for, or the first day of one that spans days (RULES 50);
 *     absent: any
 * @param run that booked it; absent: any
 * @param afterEntry only entries with a higher number, {@code lastEntry} and none above this one
 */
public record EntryFilter(
    Map<Column, String> texts,
    @Nullable String period,
    @Nullable Long run,
    long afterEntry,
    long lastEntry) {

  /** Every entry. */
  public static final EntryFilter ALL = new EntryFilter(Map.of(), null, null, 0, Long.MAX_VALUE);

  /** The columns that may be asked for by what they hold. */
  public enum Column {
    KIND,
    PROGRAMME,
    BENEFIT,
    BENEFIT_KIND,
    ENTITY_ID,
    BENEFICIARY,
    BOOKED_MONTH,
    ENTRY_KEY
  }

  public EntryFilter {
    texts = Map.copyOf(texts);
  }

  /** The same, where that column holds the text; unchanged where none is asked for. */
  public EntryFilter with(Column column, @Nullable String text) {
    if (text == null) {
      return this;
    }
    Map<Column, String> more = new EnumMap<>(Column.class);
    more.putAll(texts);
    more.put(column, text);
    return new EntryFilter(more, period, run, afterEntry, lastEntry);
  }

  /** The same, of that period. */
  public EntryFilter ofPeriod(@Nullable String label) {
    return new EntryFilter(texts, label, run, afterEntry, lastEntry);
  }

  /** The same, of that run. */
  public EntryFilter ofRun(@Nullable Long number) {
    return new EntryFilter(texts, period, number, afterEntry, lastEntry);
  }

  /** The same, after one entry up to another. */
  public EntryFilter between(long after, long last) {
    return new EntryFilter(texts, period, run, after, last);
  }

  /** The entries of a programme that belong in payout files of a kind, reversals among them. */
  public static EntryFilter ofPayouts(String programme, String kind) {
    return ALL.with(Column.PROGRAMME, programme)
        .with(Column.BENEFIT_KIND, kind.equals(Payout.FEE) ? "" : kind);
  }
}
