package dev.partnerops.bookkeeping;

import dev.partnerops.command.Session;
import dev.partnerops.ledger.LedgerStore;
import dev.partnerops.ledger.Payout;
import dev.partnerops.ledger.PayoutStore;
import dev.partnerops.ledger.Payouts;
import dev.partnerops.ledger.RunBookingStore;
import dev.partnerops.ledger.RunBookings;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.store.Store;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Payout files: what was booked and is in none yet goes into one for each programme and kind. A
 * file is written whole, then the store says that it is paid from it, then it gets its name, then
 * the store says that it has it. Whatever ends this in between, the next export ends what was
 * begun, with the same bytes, and nothing is in two files.
 */
final class Export {

  private static final List<Column> COLUMNS =
      List.of(
          Column.count("payout"),
          Column.text("programme"),
          Column.text("kind"),
          Column.text("file"),
          Column.count("entries"),
          Column.money("amount"),
          Column.text("digest"));

  private final Session session;
  private final Store store;
  private final Path folder;
  private final PayoutStore payouts;
  private final PayoutWriter writer;
  private final LedgerStore ledger;
  private final Map<Long, RunBookings> bookings;
  private final List<List<Object>> rows = new ArrayList<>();

  /**
   * Of a store.
   *
   * @param folder where files go, as the user names it
   */
  Export(Session session, Store store, Path folder) {
    this.session = session;
    this.store = store;
    this.folder = folder;
    payouts = new PayoutStore(store.sql());
    ledger = new LedgerStore(store.sql());
    bookings = new RunBookingStore(store.sql()).bookings();
    PayoutFolder place = new PayoutFolder(session.path(folder));
    writer = new PayoutWriter(ledger, bookings, place, session.messages());
  }

  /** Ends what an export before this began and did not end. */
  void finish(OffsetDateTime now) {
    Payouts all = payouts.read();
    for (Payout payout : payouts.unplaced()) {
      session.notice(Message.of("bookkeeping.finished", payout.payout()));
      writer.writeAgain(payout, all);
      writer.requireFree(payout);
      place(payout, now);
    }
  }

  /**
   * Makes the files of what is in none.
   *
   * @param programme only of this one, and {@code kind}: only these; absent: all
   */
  void export(
      @Nullable String programme,
      @Nullable PayoutKind kind,
      @Nullable String by,
      OffsetDateTime now) {
    pending(payouts.read())
        .forEach((of, last) -> {
          boolean asked =
              (programme == null || programme.equals(of.programme()))
                  && (kind == null || kind == of.kind());
          if (asked) {
            Payouts before = payouts.read();
            Payout payout = writer.writeNew(of.programme(), of.kind().toString(), last, before, by);
            writer.requireFree(payout);
            payouts.insert(payout, now);
            store.publish();
            place(payout, now);
            store.giveWay();
          }
        });
  }

  private void place(Payout payout, OffsetDateTime now) {
    writer.place(payout);
    payouts.place(payout.payout(), now);
    store.publish();
    addRow(payout);
  }

  /** Writes a file there is once more, over whatever has its name. */
  void again(long number) {
    Payouts all = payouts.read();
    Payout payout =
        all.find(number)
            .orElseThrow(() ->
                new ToolException.Usage(
                    Message.of("bookkeeping.payout-unknown", number, all.last())));
    writer.writeAgain(payout, all);
    writer.place(payout);
    addRow(payout);
  }

  /** What a file is of. */
  private record Of(String programme, PayoutKind kind) implements Comparable<Of> {
    @Override
    public int compareTo(Of other) {
      int order = EntityId.compareBytes(programme, other.programme);
      return order != 0 ? order : kind.compareTo(other.kind);
    }
  }

  /** The last entry of each that is in no file, in the order files are made. */
  private Map<Of, Long> pending(Payouts before) {
    Map<Of, Long> pending = new TreeMap<>();
    for (LedgerStore.LastBooked last : ledger.lastOfRuns()) {
      RunBookings run = bookings.get(last.run());
      boolean isNew = last.lastEntry() > before.lastEntry(last.programme(), last.kind());
      if (isNew && run != null && run.stands()) {
        pending.merge(
            new Of(last.programme(), PayoutKind.of(last.kind())), last.lastEntry(), Math::max);
      }
    }
    return pending;
  }

  private void addRow(Payout payout) {
    rows.add(
        List.of(
            payout.payout(),
            payout.programme(),
            payout.kind(),
            folder.resolve(PayoutFolder.csv(payout.payout())).toString(),
            payout.entries(),
            payout.amount(),
            payout.digest()));
  }

  ResultTable table() {
    return new ResultTable(COLUMNS, rows);
  }
}
