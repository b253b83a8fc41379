package dev.partnerops.orders;

import java.util.Locale;

/**
 * The time that puts an order into a window; without it the order does not count (SPEC section 3).
 */
public enum OrderClock {
  PAID(0, OrderColumn.PAID_AT),
  SHIPPED(1, OrderColumn.SHIPPED_AT),
  COMPLETED(2, OrderColumn.COMPLETED_AT),
  REFUNDED(3, OrderColumn.REFUNDED_AT);

  private final int place;
  private final OrderColumn column;

  OrderClock(int place, OrderColumn column) {
    this.place = place;
    this.column = column;
  }

  /** The word of {@code with: {clock: completed}}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its place in a segment's header. */
  int place() {
    return place;
  }

  OrderColumn column() {
    return column;
  }
}
