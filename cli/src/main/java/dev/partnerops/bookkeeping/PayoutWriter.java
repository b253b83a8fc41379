package dev.partnerops.bookkeeping;

import dev.partnerops.ledger.Entry;
import dev.partnerops.ledger.LedgerStore;
import dev.partnerops.ledger.Payout;
import dev.partnerops.ledger.Payouts;
import dev.partnerops.ledger.RunBookings;
import dev.partnerops.model.Message;
import dev.partnerops.model.Money;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the two files of a payout from the ledger, a line an entry as it is read. */
final class PayoutWriter {

  private final LedgerStore ledger;
  private final Map<Long, RunBookings> bookings;
  private final PayoutFolder folder;
  private final Messages messages;

  PayoutWriter(
      LedgerStore ledger, Map<Long, RunBookings> bookings, PayoutFolder folder, Messages messages) {
    this.ledger = ledger;
    this.bookings = bookings;
    this.folder = folder;
    this.messages = messages;
  }

  /**
   * Writes both files of the next payout of a programme and kind; neither has its name yet.
   *
   * @param last the last entry it may hold
   * @param before all payouts there are
   */
  Payout writeNew(String programme, String kind, long last, Payouts before, @Nullable String by) {
    long number = before.last() + 1;
    long after = before.lastEntry(programme, kind);
    // Not yet known: it is asked for its entries alone.
    Payout asked =
        new Payout(number, programme, kind, after, 0, last, 0, 0, Money.ZERO, "", "", by);
    return written(asked, before);
  }

  /**
   * Writes both files of a payout again; neither has its name yet.
   *
   * @throws ToolException.StoreDamaged where they are not what they were
   */
  void writeAgain(Payout payout, Payouts before) {
    Payout again = written(payout, before);
    if (!again.equals(payout)) {
      drop(payout);
      throw new ToolException.StoreDamaged(
          Message.of("bookkeeping.payout-differs", payout.payout()));
    }
  }

  private Payout written(Payout asked, Payouts before) {
    PayoutTally tally = new PayoutTally(asked.payout());
    Set<String> beneficiaries = new HashSet<>();
    folder.write(
        PayoutFolder.csv(asked.payout()),
        out -> writeLines(ledger.matching(asked.range()), tally, beneficiaries, out));
    PayoutTally.Content content = tally.end();
    Payout payout =
        PayoutManifest.sealed(
            new Payout(
                asked.payout(),
                asked.programme(),
                asked.kind(),
                asked.afterEntry(),
                content.firstEntry(),
                content.lastEntry(),
                content.entries(),
                beneficiaries.size(),
                content.amount(),
                content.digest(),
                "",
                asked.by()),
            before,
            messages);
    byte[] manifest =
        PayoutManifest.text(payout, before, messages).getBytes(StandardCharsets.UTF_8);
    folder.write(PayoutFolder.manifest(asked.payout()), out -> out.write(manifest));
    return payout;
  }

  private void writeLines(
      Iterable<Entry> entries, PayoutTally tally, Set<String> beneficiaries, OutputStream out)
      throws IOException {
    out.write(tally.head());
    for (Entry entry : entries) {
      if (Live.isLive(entry, bookings)) {
        beneficiaries.add(entry.beneficiary());
        out.write(tally.add(entry));
      }
    }
  }

  /** Refuses where other files have the names. */
  void requireFree(Payout payout) {
    try {
      folder.requireFree(PayoutFolder.csv(payout.payout()), payout.digest());
      folder.requireFree(PayoutFolder.manifest(payout.payout()), payout.manifestDigest());
    } catch (ToolException e) {
      drop(payout);
      throw e;
    }
  }

  /** Gives both files their names, the manifest last: where it is, the csv is whole. */
  void place(Payout payout) {
    folder.place(PayoutFolder.csv(payout.payout()));
    folder.place(PayoutFolder.manifest(payout.payout()));
  }

  private void drop(Payout payout) {
    folder.drop(PayoutFolder.csv(payout.payout()));
    folder.drop(PayoutFolder.manifest(payout.payout()));
  }
}
