package dev.partnerops.orders;

import java.util.Locale;

/** State of an order; the place of a constant is its number in the store. */
public enum OrderStatus {
  PAID,
  SHIPPED,
  COMPLETED,
  CANCELLED,
  REFUNDED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
