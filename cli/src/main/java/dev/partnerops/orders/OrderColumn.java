package dev.partnerops.orders;

import java.util.Locale;

/**
 * The columns of an order as SPEC section 2 names them, and {@code LINE}, the line of the file that
 * said so. The place of a constant is its number in the store: new ones go to the end. Own columns
 * have numbers from {@link #FIRST_OWN}.
 */
public enum OrderColumn {
  ORDER_ID(0),
  MERCHANT_ID(1),
  PROMOTER_ID(2),
  LEADER_ID(3),
  SKU_ID(4),
  SESSION_ID(5),
  BUYER_ID(6),
  CHANNEL(7),
  QUANTITY(8),
  AMOUNT(9),
  REFUND_AMOUNT(10),
  COMMISSION(11),
  STATUS(12),
  PAID_AT(13),
  SHIPPED_AT(14),
  COMPLETED_AT(15),
  REFUNDED_AT(16),
  RATING(17),
  LINE(18);

  /** Number of the first column that a workspace adds. */
  public static final int FIRST_OWN = 32;

  /** Columns a segment can hold, shipped and own. */
  public static final int MOST = 64;

  private final int number;

  OrderColumn(int number) {
    this.number = number;
  }

  /** What the column is called in the store; never changes. */
  public int number() {
    return number;
  }

  /** The name in files, SQL and messages: {@code paid_at}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a new order cannot do without (SPEC section 2). */
  public boolean isRequired() {
    return switch (this) {
      case ORDER_ID, MERCHANT_ID, AMOUNT, STATUS, PAID_AT -> true;
      case PROMOTER_ID,
          LEADER_ID,
          SKU_ID,
          SESSION_ID,
          BUYER_ID,
          CHANNEL,
          QUANTITY,
          REFUND_AMOUNT,
          COMMISSION,
          SHIPPED_AT,
          COMPLETED_AT,
          REFUNDED_AT,
          RATING,
          LINE ->
          false;
    };
  }
}
