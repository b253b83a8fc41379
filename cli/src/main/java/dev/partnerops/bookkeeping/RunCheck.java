package dev.partnerops.bookkeeping;

import dev.partnerops.ledger.BookedEntry;
import dev.partnerops.ledger.Entry;
import dev.partnerops.ledger.RunBookings;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether entries were booked by runs that were approved or taken back at that moment, and all that
 * those booked are there. Keeps some numbers a run.
 */
final class RunCheck {

  private final Map<Long, RunBookings> bookings;
  private final Map<Long, Count> counts = new HashMap<>();

  RunCheck(Map<Long, RunBookings> bookings) {
    this.bookings = bookings;
  }

  /** How many entries of a run there are, and the last that was taken back. */
  private static final class Count {
    private long booked;
    private long reversed;
    private long lastNamed;
  }

  /** Takes the next entry. */
  void add(BookedEntry booked) {
    Entry entry = booked.entry();
    RunBookings run = bookings.get(entry.run());
    if (run == null || !run.programme().equals(entry.programme())) {
      throw new ToolException.StoreDamaged(
          Message.of("bookkeeping.run-not-approved", entry.entry(), entry.run()));
    }
    Count count = counts.computeIfAbsent(entry.run(), number -> new Count());
    if (entry.kind().equals(Entry.REVERSAL)) {
      count.reversed++;
      requireMoment(booked, run.reversed());
      requireNext(entry, count);
    } else {
      count.booked++;
      requireMoment(booked, run.approved());
    }
  }

  private static void requireMoment(BookedEntry booked, RunBookings.@Nullable Booking booking) {
    if (booking == null || !booking.at().equals(booked.bookedAt())) {
      throw new ToolException.StoreDamaged(
          Message.of("bookkeeping.moment-changed", booked.entry().entry(), booked.entry().run()));
    }
  }

  /** Entries are taken back in their order, each once. */
  private static void requireNext(Entry reversal, Count count) {
    Long named = reversal.names();
    if (named == null || named <= count.lastNamed) {
      throw new ToolException.StoreDamaged(
          Message.of("bookkeeping.reversal-differs", reversal.entry(), String.valueOf(named)));
    }
    count.lastNamed = named;
  }

  /**
   * After the last entry.
   *
   * @param last its number
   */
  void end(long last) {
    for (RunBookings run : bookings.values()) {
      Count count = counts.getOrDefault(run.run(), new Count());
      RunBookings.Booking reversed = run.reversed();
      requireCount(run, run.approved().entries(), count.booked, last);
      if (reversed != null) {
        requireCount(run, reversed.entries(), count.reversed, last);
        requireCount(run, count.booked, count.reversed, last);
      }
    }
  }

  private static void requireCount(RunBookings run, @Nullable Long noted, long there, long last) {
    if (noted != null && noted != there) {
      throw new ToolException.StoreDamaged(
          Message.of("bookkeeping.entries-of-run", run.run(), noted, there, last));
    }
  }
}
