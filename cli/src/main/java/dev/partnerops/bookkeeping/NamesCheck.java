package dev.partnerops.bookkeeping;

import dev.partnerops.ledger.BookedEntry;
import dev.partnerops.ledger.Entry;
import dev.partnerops.ledger.LedgerStore;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether entries that name one name an earlier one under their key, and reversals are the exact
 * negative of theirs (RULES 2, 3). Asks the ledger for the entries that a page names.
 */
final class NamesCheck {

  private final LedgerStore ledger;

  NamesCheck(LedgerStore ledger) {
    this.ledger = ledger;
  }

  /** Takes the next page of entries. */
  void add(List<BookedEntry> page) {
    List<BookedEntry> naming =
        page.stream().filter(booked -> booked.entry().names() != null).toList();
    if (naming.isEmpty()) {
      return;
    }
    Map<Long, BookedEntry> named =
        ledger.booked(
            naming.stream()
                .map(booked -> booked.entry().names())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    for (BookedEntry booked : naming) {
      check(booked, named);
    }
  }

  private static void check(BookedEntry booked, Map<Long, BookedEntry> named) {
    Entry entry = booked.entry();
    Long number = entry.names();
    BookedEntry original = number == null || number >= entry.entry() ? null : named.get(number);
    if (original == null
        || !original.entry().programme().equals(entry.programme())
        || !original.entry().key().equals(entry.key())) {
      throw new ToolException.StoreDamaged(
          Message.of("bookkeeping.names-wrong", entry.entry(), String.valueOf(number)));
    }
    if (entry.kind().equals(Entry.REVERSAL)
        && !(isTakenBackBy(original.entry(), entry)
            && original.holders().equals(booked.holders()))) {
      throw new ToolException.StoreDamaged(
          Message.of("bookkeeping.reversal-differs", entry.entry(), String.valueOf(number)));
    }
  }

  private static boolean isTakenBackBy(Entry original, Entry reversal) {
    return !original.kind().equals(Entry.REVERSAL)
        && original.run() == reversal.run()
        && original.benefit().equals(reversal.benefit())
        && original.benefitKind().equals(reversal.benefitKind())
        && original.entityKind().equals(reversal.entityKind())
        && original.entity().equals(reversal.entity())
        && original.beneficiary().equals(reversal.beneficiary())
        && original.period().equals(reversal.period())
        && original.lastDay().equals(reversal.lastDay())
        && original.debitAccount().equals(reversal.debitAccount())
        && original.creditAccount().equals(reversal.creditAccount())
        && original.amount().equals(reversal.amount().negate())
        && Objects.equals(original.baseBefore(), reversal.baseAfter())
        && Objects.equals(original.baseAfter(), reversal.baseBefore());
  }
}
