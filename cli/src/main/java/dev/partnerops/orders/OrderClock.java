package dev.partnerops.orders;

import java.util.Locale;

/**
 * The time that puts an order into a window; without it the order does not count (SPEC section 3).
 */
public enum OrderClock {
  PAID(OrderColumn.PAID_AT),
  SHIPPED(OrderColumn.SHIPPED_AT),
  COMPLETED(OrderColumn.COMPLETED_AT),
  REFUNDED(OrderColumn.REFUNDED_AT);

  private final OrderColumn column;

  OrderClock(OrderColumn column) {
    this.column = column;
  }

  /** The word of {@code with: {clock: completed}}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  OrderColumn column() {
    return column;
  }
}
