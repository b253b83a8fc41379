package dev.partnerops.bookkeeping;

import dev.partnerops.ledger.Entry;
import dev.partnerops.ledger.Payout;
import dev.partnerops.ledger.Payouts;
import dev.partnerops.ledger.RunBookings;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Entries as rows, each read when it is printed. */
final class EntryTable {

  private static final List<Column> COLUMNS =
      List.of(
          Column.count("entry"),
          Column.count("run"),
          Column.text("kind"),
          Column.text("programme"),
          Column.text("benefit"),
          Column.text("benefit_kind"),
          Column.text("entity_id"),
          Column.text("role"),
          Column.text("beneficiary"),
          Column.text("period"),
          Column.text("booked_month"),
          Column.text("debit_account"),
          Column.text("credit_account"),
          Column.money("amount"),
          Column.money("due"),
          Column.money("base_before"),
          Column.money("base_after"),
          Column.count("names_entry"),
          Column.text("assignee"),
          Column.count("payout"),
          Column.text("entry_key"),
          Column.day("expires_on"));

  private final Payouts payouts;
  private final Map<Long, RunBookings> bookings;

  EntryTable(Payouts payouts, Map<Long, RunBookings> bookings) {
    this.payouts = payouts;
    this.bookings = bookings;
  }

  ResultTable of(Iterable<Entry> entries) {
    return new ResultTable(
        COLUMNS,
        () ->
            StreamSupport.stream(entries.spliterator(), false)
                .<List<? extends @Nullable Object>>map(this::row)
                .iterator());
  }

  private List<@Nullable Object> row(Entry entry) {
    return Arrays.<@Nullable Object>asList(
        entry.entry(),
        entry.run(),
        entry.kind(),
        entry.programme(),
        entry.benefit(),
        entry.benefitKind(),
        entry.entity().id(),
        entry.entity().role(),
        entry.beneficiary(),
        entry.period(),
        entry.month(),
        entry.debitAccount(),
        entry.creditAccount(),
        entry.amount(),
        entry.due(),
        entry.baseBefore(),
        entry.baseAfter(),
        entry.names(),
        entry.assignee(),
        payout(entry),
        entry.key(),
        entry.expiresOn());
  }

  private @Nullable Long payout(Entry entry) {
    return Live.isLive(entry, bookings)
        ? payouts
            .find(entry.programme(), Payout.kindOf(entry), entry.entry())
            .map(Payout::payout)
            .orElse(null)
        : null;
  }
}
