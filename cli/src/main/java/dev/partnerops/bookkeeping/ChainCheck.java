package dev.partnerops.bookkeeping;

import dev.partnerops.ledger.BookedEntry;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;

/**
 * Whether entries are numbered without gaps and each has the hash of what it says after the one
 * before (SPEC section 5). Keeps the last number and hash.
 */
final class ChainCheck {

  private long last;
  private String hash = "";

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
    last = number;
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
