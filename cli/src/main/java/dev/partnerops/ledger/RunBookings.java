package dev.partnerops.ledger;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When a run was booked and taken back, and how many entries that made (RULES 2).
 *
 * @param reversed absent while the run stands
 */
public record RunBookings(
    long run, String programme, Booking approved, @Nullable Booking reversed) {

  /**
   * One booking.
   *
   * @param entries how many; absent where a version booked that did not note it
   */
  public record Booking(OffsetDateTime at, @Nullable Long entries) {}

  /** Whether its entries count: they are not reversed. */
  public boolean stands() {
    return reversed == null;
  }

  RunBookings takenBack(Booking booking) {
    return new RunBookings(run, programme, approved, booking);
  }
}
