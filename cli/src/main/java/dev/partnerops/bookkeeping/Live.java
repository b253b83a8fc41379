package dev.partnerops.bookkeeping;

import dev.partnerops.ledger.Entry;
import dev.partnerops.ledger.RunBookings;
import java.util.Map;

/** Which entries stand: a reversal and what it takes back cancel, and are paid by nobody. */
final class Live {

  private Live() {}

  /**
   * Whether an entry is neither a reversal nor reversed. A run is taken back whole (RULES 2), so
   * that its entries stand as long as it does.
   */
  static boolean isLive(Entry entry, Map<Long, RunBookings> bookings) {
    RunBookings run = bookings.get(entry.run());
    return !entry.kind().equals(Entry.REVERSAL) && run != null && run.stands();
  }
}
