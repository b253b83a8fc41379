package dev.partnerops.orders;

/**
 * A row that {@link OrderBatchWriter} could not take, which no look at the row alone could tell.
 */
public sealed interface OrderReject {

  /** Line of the file, from 1. */
  long line();

  /** The file says something else of the same order at {@code otherLine} (RULES 8). */
  record SameOrder(long line, long otherLine, String orderId) implements OrderReject {}

  /** With what the store holds of the order, the refund is above the amount. */
  record RefundAboveAmount(long line, long refundFen, long amountFen) implements OrderReject {}

  /** With what the store holds of the order, it was completed before it was paid. */
  record CompletedBeforePaid(long line) implements OrderReject {}

  /** The order is new, and the file lacks (or leaves empty) a column that a new order needs. */
  record Incomplete(long line, OrderColumn column) implements OrderReject {}
}
