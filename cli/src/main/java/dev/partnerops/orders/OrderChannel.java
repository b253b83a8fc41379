package dev.partnerops.orders;

import java.util.Locale;

/** Where an order was placed; the place of a constant is its number in the store. */
public enum OrderChannel {
  LIVE,
  VIDEO,
  SHOP,
  OTHER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
