package dev.partnerops.orders;

import java.util.Arrays;

/**
 * A number added up for each entity.
 *
 * @param hours of the shipping sums, 0 elsewhere
 */
record OrderSum(Kind kind, int hours) {

  /** What is added up. */
  enum Kind {
    ORDERS,
    QUANTITY,
    COMMISSION,
    AMOUNT,
    REFUND,
    CANCELLED,
    COMPLETED,
    RATINGS,
    RATED,
    SHIP_DUE,
    SHIPPED_ON_TIME,
    /** The least time of payment: no sum, but kept like one. */
    FIRST_PAID
  }

  /** Stands for "no payment yet" in {@link Kind#FIRST_PAID}. */
  static final long NEVER = Long.MAX_VALUE;

  private static final long HOUR_SECONDS = 3600;

  static OrderSum of(Kind kind) {
    return new OrderSum(kind, 0);
  }

  /** Whether what two orders bring is added; else the lesser counts. */
  boolean isAdded() {
    return kind != Kind.FIRST_PAID;
  }

  /** Joins what two threads have of an entity. */
  long join(long left, long right) {
    return isAdded() ? Math.addExact(left, right) : Math.min(left, right);
  }

  /**
   * What each row of a segment brings to whom it counts for.
   *
   * @param out room for a segment; what is returned may be another array, not to be changed
   */
  long[] byRow(SegmentColumns columns, long asOfEnd, long[] out) {
    return switch (kind) {
      case ORDERS -> {
        Arrays.fill(out, 1);
        yield out;
      }
      case QUANTITY -> present(columns, OrderColumn.QUANTITY, 1, out);
      case COMMISSION -> present(columns, OrderColumn.COMMISSION, 0, out);
      case AMOUNT -> present(columns, OrderColumn.AMOUNT, 0, out);
      case REFUND -> refunds(columns, asOfEnd, out);
      case CANCELLED -> onesOf(columns, OrderStatus.CANCELLED, out);
      case COMPLETED -> onesOf(columns, OrderStatus.COMPLETED, out);
      case RATINGS -> present(columns, OrderColumn.RATING, 0, out);
      case RATED -> {
        long[] ratings = columns.values(OrderColumn.RATING);
        int total = columns.total();
        for (int row = 0; row < total; row++) {
          out[row] = ratings[row] == OrderRow.ABSENT ? 0 : 1;
        }
        yield out;
      }
      case SHIP_DUE -> shipping(columns, false, asOfEnd, out);
      case SHIPPED_ON_TIME -> shipping(columns, true, asOfEnd, out);
      case FIRST_PAID -> columns.values(OrderColumn.PAID_AT);
    };
  }

  private static long[] present(
      SegmentColumns columns, OrderColumn column, long ifAbsent, long[] out) {
    long[] values = columns.values(column);
    int total = columns.total();
    for (int row = 0; row < total; row++) {
      long value = values[row];
      out[row] = value == OrderRow.ABSENT ? ifAbsent : value;
    }
    return out;
  }

  /**
   * What of each order is refunded by the as-of day. A cancelled order is refunded whole, and so is
   * a refunded one without an amount; from refunded_at, else from paid_at (RULES 15, SPEC section
   * 3).
   */
  private static long[] refunds(SegmentColumns columns, long asOfEnd, long[] out) {
    long[] statuses = columns.values(OrderColumn.STATUS);
    long[] amounts = columns.values(OrderColumn.AMOUNT);
    long[] stated = columns.values(OrderColumn.REFUND_AMOUNT);
    long[] refundedAt = columns.values(OrderColumn.REFUNDED_AT);
    int total = columns.total();
    for (int row = 0; row < total; row++) {
      out[row] = refundedAt[row] >= asOfEnd ? 0 : refund(statuses[row], amounts[row], stated[row]);
    }
    return out;
  }

  private static long refund(long status, long amount, long stated) {
    if (status == OrderStatus.CANCELLED.number()) {
      return amount;
    }
    if (stated != OrderRow.ABSENT) {
      return stated;
    }
    return status == OrderStatus.REFUNDED.number() ? amount : 0;
  }

  private static long[] onesOf(SegmentColumns columns, OrderStatus status, long[] out) {
    long[] statuses = columns.values(OrderColumn.STATUS);
    int total = columns.total();
    for (int row = 0; row < total; row++) {
      out[row] = statuses[row] == status.number() ? 1 : 0;
    }
    return out;
  }

  /**
   * The deadline is clock hours after the payment; an order counts once it has passed (RULES 38).
   */
  private long[] shipping(SegmentColumns columns, boolean onTime, long asOfEnd, long[] out) {
    long[] paidAt = columns.values(OrderColumn.PAID_AT);
    long[] shippedAt = columns.times(OrderClock.SHIPPED);
    long[] statuses = columns.values(OrderColumn.STATUS);
    int total = columns.total();
    for (int row = 0; row < total; row++) {
      long deadline = paidAt[row] + hours * HOUR_SECONDS;
      boolean counts = deadline < asOfEnd && statuses[row] != OrderStatus.CANCELLED.number();
      boolean shipped = shippedAt[row] != OrderRow.ABSENT && shippedAt[row] <= deadline;
      out[row] = counts && (shipped || !onTime) ? 1 : 0;
    }
    return out;
  }
}
