package dev.partnerops.orders;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of an order across columns, once what the file lacks has come from the store (SPEC
 * section 2).
 */
final class BatchRules {

  private static final List<OrderColumn> REQUIRED =
      Arrays.stream(OrderColumn.values()).filter(OrderColumn::isRequired).toList();

  private BatchRules() {}

  /** The first rule that a row breaks, or null. */
  static @Nullable OrderReject broken(OrderBlock block, int row) {
    long line = block.values(OrderColumn.LINE)[row];
    for (OrderColumn column : REQUIRED) {
      if (block.values(column)[row] == OrderRow.ABSENT) {
        return new OrderReject.Incomplete(line, column);
      }
    }
    long amount = block.values(OrderColumn.AMOUNT)[row];
    long refund = block.values(OrderColumn.REFUND_AMOUNT)[row];
    if (refund != OrderRow.ABSENT && refund > amount) {
      return new OrderReject.RefundAboveAmount(line, refund, amount);
    }
    long completedAt = block.values(OrderColumn.COMPLETED_AT)[row];
    if (completedAt != OrderRow.ABSENT && completedAt < block.values(OrderColumn.PAID_AT)[row]) {
      return new OrderReject.CompletedBeforePaid(line);
    }
    return null;
  }
}
