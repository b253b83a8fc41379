package dev.partnerops.bookkeeping;

import dev.partnerops.ledger.Entry;
import dev.partnerops.ledger.Payout;
import dev.partnerops.ledger.Payouts;
import dev.partnerops.ledger.RunBookings;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Messages;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether the ledger still gives every payout file byte for byte, the files follow each other, and
 * each manifest vouches for those before. Keeps what is open of one file a programme and kind.
 */
final class PayoutCheck {

  private final Payouts payouts;
  private final Map<Long, RunBookings> bookings;
  private final Map<Long, PayoutTally> open = new HashMap<>();
  private final Set<Long> whole = new HashSet<>();

  PayoutCheck(Payouts payouts, Map<Long, RunBookings> bookings) {
    this.payouts = payouts;
    this.bookings = bookings;
  }

  /** Takes the next entry. */
  void add(Entry entry) {
    if (!Live.isLive(entry, bookings)) {
      return;
    }
    payouts
        .find(entry.programme(), Payout.kindOf(entry), entry.entry())
        .ifPresent(payout -> add(entry, payout));
  }

  private void add(Entry entry, Payout payout) {
    PayoutTally tally =
        open.computeIfAbsent(
            payout.payout(),
            number -> {
              PayoutTally begun = new PayoutTally(number);
              begun.head();
              return begun;
            });
    tally.add(entry);
    if (entry.entry() == payout.lastEntry()) {
      open.remove(payout.payout());
      if (!tally.end().isOf(payout)) {
        throw differs(payout);
      }
      whole.add(payout.payout());
    }
  }

  /** After the last entry. */
  void end(Messages messages) {
    Map<String, Long> lastEntries = new HashMap<>();
    long last = 0;
    for (Payout payout : payouts.all()) {
      String series = payout.programme() + "|" + payout.kind();
      boolean follows =
          payout.payout() == last + 1
              && payout.afterEntry() == lastEntries.getOrDefault(series, 0L)
              && PayoutManifest.sealed(payout, payouts, messages).equals(payout);
      if (!follows || !whole.contains(payout.payout())) {
        throw differs(payout);
      }
      lastEntries.put(series, payout.lastEntry());
      last = payout.payout();
    }
  }

  private static ToolException differs(Payout payout) {
    return new ToolException.StoreDamaged(
        Message.of("bookkeeping.payout-differs", payout.payout()));
  }
}
