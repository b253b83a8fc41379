package dev.partnerops.bookkeeping;

import dev.partnerops.ledger.BookedEntry;
import dev.partnerops.ledger.LedgerStore;
import dev.partnerops.ledger.MonthStore;
import dev.partnerops.ledger.PayoutStore;
import dev.partnerops.ledger.RunBookingStore;
import dev.partnerops.ledger.RunBookings;
import dev.partnerops.output.Column;
import dev.partnerops.output.Messages;
import dev.partnerops.output.ResultTable;
import dev.partnerops.store.Store;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the ledger is the one that was booked: reads every entry once, in order, some thousand at
 * a time (SPEC section 5, {@code ledger verify}). A ledger with fewer entries than were
 * acknowledged is refused when the store is opened, by its side file (RELIABILITY, rule 4).
 */
final class LedgerCheck {

  private static final List<Column> COLUMNS =
      List.of(
          Column.count("entries"),
          Column.count("first"),
          Column.count("last"),
          Column.text("months"),
          Column.text("head_hash"),
          Column.text("status"));

  private final LedgerStore ledger;
  private final ChainCheck chain;
  private final RunCheck runs;
  private final NamesCheck names;
  private final PayoutCheck payouts;
  private String firstMonth = "";
  private String lastMonth = "";

  LedgerCheck(Store store) {
    ledger = new LedgerStore(store.sql());
    chain = new ChainCheck(new MonthStore(store.sql()).list());
    Map<Long, RunBookings> bookings = new RunBookingStore(store.sql()).bookings();
    runs = new RunCheck(bookings);
    names = new NamesCheck(ledger);
    payouts = new PayoutCheck(new PayoutStore(store.sql()).read(), bookings);
  }

  /**
   * Reads it all.
   *
   * @return one row
   * @throws dev.partnerops.model.ToolException.StoreDamaged at the first entry, run or payout file
   *     that is not as it was booked
   */
  ResultTable check(Messages messages) {
    for (List<BookedEntry> page : ledger.booked()) {
      for (BookedEntry booked : page) {
        chain.add(booked);
        runs.add(booked);
        payouts.add(booked.entry());
        addMonth(booked.bookedMonth());
      }
      names.add(page);
    }
    runs.end(chain.last());
    payouts.end(messages);
    return new ResultTable(COLUMNS, List.of(row()));
  }

  private void addMonth(String month) {
    firstMonth = firstMonth.isEmpty() || month.compareTo(firstMonth) < 0 ? month : firstMonth;
    lastMonth = month.compareTo(lastMonth) > 0 ? month : lastMonth;
  }

  private String months() {
    return firstMonth.equals(lastMonth) ? firstMonth : firstMonth + ".." + lastMonth;
  }

  private List<@Nullable Object> row() {
    boolean isEmpty = chain.last() == 0;
    return Arrays.<@Nullable Object>asList(
        chain.last(),
        isEmpty ? null : 1L,
        isEmpty ? null : chain.last(),
        isEmpty ? null : months(),
        isEmpty ? null : chain.hash(),
        "ok");
  }
}
