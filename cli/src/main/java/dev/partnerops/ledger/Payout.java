package dev.partnerops.ledger;

import dev.partnerops.model.Money;
import org.jspecify.annotations.Nullable;

/**
 * One payout file: the entries of a programme and kind after the file before, up to its last one,
 * that are neither reversals nor reversed (RULES 2, 21). None of them can be taken back any more.
 *
 * @param payout counts up from 1 over the store
 * @param kind {@code credit}, {@code cash}, {@code service}, or {@code fee}
 * @param afterEntry the last entry of the file before of that programme and kind; 0 where there is
 *     none
 * @param firstEntry and {@code lastEntry}: both in it
 * @param beneficiaries how many different ones
 * @param amount the sum of its entries
 * @param digest SHA-256 of the csv, and {@code manifestDigest} of the manifest beside it
 * @param by who exported; absent where nobody was named
 */
public record Payout(
    long payout,
    String programme,
    String kind,
    long afterEntry,
    long firstEntry,
    long lastEntry,
    long entries,
    long beneficiaries,
    Money amount,
    String digest,
    String manifestDigest,
    @Nullable String by) {

  /** The kind of a payout file with statements of fees. */
  public static final String FEE = "fee";

  /** The kind of payout file an entry belongs in. */
  public static String kindOf(Entry entry) {
    return kindOf(entry.benefitKind());
  }

  /** The same, of a benefit's kind; fees have none. */
  static String kindOf(String benefitKind) {
    return benefitKind.isEmpty() ? FEE : benefitKind;
  }

  /** Its entries, and reversals and reversed ones beside them. */
  public EntryFilter range() {
    return EntryFilter.ofPayouts(programme, kind).between(afterEntry, lastEntry);
  }

  /** The same with another digest of its manifest. */
  public Payout withManifest(String other) {
    return new Payout(
        payout,
        programme,
        kind,
        afterEntry,
        firstEntry,
        lastEntry,
        entries,
        beneficiaries,
        amount,
        digest,
        other,
        by);
  }

  boolean spans(long entry) {
    return afterEntry < entry && entry <= lastEntry;
  }
}
