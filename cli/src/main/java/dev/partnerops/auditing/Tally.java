package dev.partnerops.auditing;

import dev.partnerops.model.Money;

/**
 * So many orders and what they come to. Amounts are those of {@code amount}, before refunds.
 *
 * @param orders their number; below nought in a difference
 */
record Tally(long orders, Money amount) {

  static final Tally NOTHING = new Tally(0, Money.ZERO);

  Tally plus(Tally other) {
    return new Tally(orders + other.orders, amount.plus(other.amount));
  }

  Tally minus(Tally other) {
    return new Tally(orders - other.orders, amount.minus(other.amount));
  }

  boolean isNothing() {
    return equals(NOTHING);
  }
}
