package dev.partnerops.orders;

import java.util.Locale;
import java.util.Optional;

/** The order measures of SPEC section 3, each a whole or a numerator over a denominator. */
public enum OrderMeasure {
  ORDERS(Unit.COUNT, false),
  QUANTITY(Unit.COUNT, false),
  COMMISSION(Unit.MONEY, false),
  GMV(Unit.MONEY, false),
  REFUND_AMOUNT(Unit.MONEY, false),
  NET_SALES(Unit.MONEY, false),
  REFUND_RATE(Unit.RATE, true),
  CANCELLED_RATE(Unit.RATE, true),
  COMPLETED_RATE(Unit.RATE, true),
  /** Fen over orders: the unit of the quotient is money. */
  AVERAGE_ORDER(Unit.MONEY, true),
  ACTIVE_DAYS(Unit.COUNT, false),
  BUYERS(Unit.COUNT, false),
  PROMOTERS(Unit.COUNT, false),
  MERCHANTS(Unit.COUNT, false),
  SKUS(Unit.COUNT, false),
  SESSIONS(Unit.COUNT, false),
  ON_TIME_SHIP_RATE(Unit.RATE, true),
  AVERAGE_RATING(Unit.NUMBER, true),
  FIRST_ORDER_ON(Unit.DAY, false),
  DAYS_TO_FIRST_ORDER(Unit.DAYS, false);

  /** What the number of a measure is. */
  public enum Unit {
    COUNT,
    MONEY,
    RATE,
    NUMBER,
    DAY,
    DAYS
  }

  private final Unit unit;
  private final boolean quotient;

  OrderMeasure(Unit unit, boolean quotient) {
    this.unit = unit;
    this.quotient = quotient;
  }

  /** The name in policies: {@code gmv}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Unit unit() {
    return unit;
  }

  /** Whether it has a denominator of its own, so that it can be missing (0/0). */
  public boolean isQuotient() {
    return quotient;
  }

  public static Optional<OrderMeasure> find(String word) {
    for (OrderMeasure measure : values()) {
      if (measure.word().equals(word)) {
        return Optional.of(measure);
      }
    }
    return Optional.empty();
  }
}
