package dev.partnerops.bookkeeping;

import dev.partnerops.ledger.BookedEntry;
import dev.partnerops.ledger.ClosedMonth;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether entries are numbered without gaps and each has the hash of what it says after the one
 * before (SPEC section 5). Keeps the last number and hash.
 */
final class ChainCheck {

  private final Map<Long, ClosedMonth> seals = new HashMap<>();
  private LocalDate closedUntil = LocalDate.MIN;
  private long last;
  private String hash = "";

  /**
   * An empty chain.
   *
   * @param closed months with the end of the chain when they were closed
   */
  ChainCheck(List<ClosedMonth> closed) {
    for (ClosedMonth month : closed) {
      seals.put(month.lastEntry(), month);
      if (month.lastEntry() == 0) {
        closedUntil = month.month().last();
      }
    }
  }

  /** Takes the next entry. */
  void add(BookedEntry booked) {
    long number = booked.entry().entry();
    if (number != last + 1) {
      throw new ToolException.StoreDamaged(
          Message.of("bookkeeping.entry-missing", last + 1, number));
    }
    hash = booked.hashAfter(hash);
    if (!hash.equals(booked.hash())) {
      throw new ToolException.StoreDamaged(Message.of("bookkeeping.entry-changed", number));
    }
    // Derived from the day, and not hashed.
    if (!booked.bookedMonth().equals(booked.entry().month())) {
      throw new ToolException.StoreDamaged(
          Message.of(
              "bookkeeping.month-changed", number, booked.bookedMonth(), booked.entry().month()));
    }
    if (!booked.entry().lastDay().isAfter(closedUntil)) {
      throw new ToolException.StoreDamaged(
          Message.of("bookkeeping.booked-in-closed", number, booked.bookedMonth()));
    }
    last = number;
    ClosedMonth seal = seals.get(number);
    if (seal != null) {
      if (!seal.ledgerHash().equals(hash)) {
        throw new ToolException.StoreDamaged(
            Message.of("bookkeeping.seal-broken", number, seal.month().label()));
      }
      closedUntil = seal.month().last();
    }
  }

  /** The last number; 0 before the first. */
  long last() {
    return last;
  }

  /** The last hash; empty before the first. */
  String hash() {
    return hash;
  }
}
