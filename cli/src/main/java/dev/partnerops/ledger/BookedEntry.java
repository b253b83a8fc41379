package dev.partnerops.ledger;

import java.time.OffsetDateTime;

/**
 * An entry as the store has it, with what is not said twice elsewhere: for whoever checks that it
 * is still the one that was booked.
 *
 * @param entry without holders, which may be damaged beyond reading
 * @param holders as stored
 */
public record BookedEntry(
    Entry entry, String holders, String bookedMonth, OffsetDateTime bookedAt, String hash) {

  /** The hash it must have after the entry with that one; empty: after none. */
  public String hashAfter(String before) {
    return LedgerStore.hash(before, entry.content(holders));
  }
}
