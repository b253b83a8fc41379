package dev.partnerops.orders;

import java.util.Locale;

/** Where an order was placed. */
public enum OrderChannel {
  LIVE(0),
  VIDEO(1),
  SHOP(2),
  OTHER(3);

  private final int number;

  OrderChannel(int number) {
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
