package dev.partnerops.orders;

import java.util.Locale;

/** State of an order. */
public enum OrderStatus {
  PAID(0),
  SHIPPED(1),
  COMPLETED(2),
  CANCELLED(3),
  REFUNDED(4);

  private final int number;

  OrderStatus(int number) {
    this.number = number;
  }

  /** What it is called in the store; never changes. */
  public int number() {
    return number;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
