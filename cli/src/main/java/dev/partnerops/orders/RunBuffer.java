package dev.partnerops.orders;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of a batch as they come, turned into numbers at once. */
final class RunBuffer {

  /** Heap that sorting a row takes beside its values. */
  private static final int SORTING_BYTES = 16;

  /** A run has at least so many rows, or there would be too many runs to merge. */
  private static final int LEAST_ROWS = 65_536;

  private final StoreIds ids;
  private final TextPool[] pools = new TextPool[OrderColumn.BUYER_ID.number()];
  private final boolean[] isOfFile = new boolean[OrderColumn.values().length];
  private final int[] ownColumns;
  private final long memoryBytes;
  private final int rowBytes;
  private OrderBlock block;

  RunBuffer(
      OrderBlock block,
      StoreIds ids,
      Set<OrderColumn> columns,
      int[] ownColumns,
      long memoryBytes) {
    this.block = block;
    this.memoryBytes = memoryBytes;
    rowBytes = Long.BYTES * block.columns().length + SORTING_BYTES;
    block.limitGrowth((int) Math.min(Math.max(LEAST_ROWS, memoryBytes / rowBytes), 1 << 28));
    this.ids = ids;
    this.ownColumns = ownColumns;
    for (OrderColumn column : EnumSet.copyOf(columns)) {
      isOfFile[column.number()] = true;
      if (StoreIds.codes(column.number())) {
        pools[column.number()] = ids.pool(column);
      }
    }
  }

  OrderBlock block() {
    return block;
  }

  int rows() {
    return block.rows();
  }

  /** Whether what is here, and the store's ids, fill the memory given. */
  boolean isFull() {
    return block.rows() >= LEAST_ROWS
        && (long) rowBytes * block.rows() + block.texts.memory() + ids.memory() > memoryBytes;
  }

  void clear() {
    block.clear();
  }

  /** Gives the memory back. */
  void release() {
    block = OrderBlock.ofIds();
  }

  void add(OrderRow row) {
    int at = block.addRow();
    set(OrderColumn.ORDER_ID, at, block.token(row.orderId));
    setCode(OrderColumn.MERCHANT_ID, at, row.merchantId);
    setCode(OrderColumn.PROMOTER_ID, at, row.promoterId);
    setCode(OrderColumn.LEADER_ID, at, row.leaderId);
    setCode(OrderColumn.SKU_ID, at, row.skuId);
    setCode(OrderColumn.SESSION_ID, at, row.sessionId);
    set(OrderColumn.BUYER_ID, at, token(row.buyerId));
    set(OrderColumn.CHANNEL, at, row.channel == null ? OrderRow.ABSENT : row.channel.number());
    set(OrderColumn.QUANTITY, at, row.quantity);
    set(OrderColumn.AMOUNT, at, row.amountFen);
    set(OrderColumn.REFUND_AMOUNT, at, row.refundFen);
    set(OrderColumn.COMMISSION, at, row.commissionFen);
    set(OrderColumn.STATUS, at, row.status == null ? OrderRow.ABSENT : row.status.number());
    set(OrderColumn.PAID_AT, at, row.paidAt);
    set(OrderColumn.SHIPPED_AT, at, row.shippedAt);
    set(OrderColumn.COMPLETED_AT, at, row.completedAt);
    set(OrderColumn.REFUNDED_AT, at, row.refundedAt);
    set(OrderColumn.RATING, at, row.rating);
    block.values(OrderColumn.LINE)[at] = row.line;
    for (int column : block.columns()) {
      if (column >= OrderColumn.FIRST_OWN) {
        block.values(column)[at] = OrderRow.ABSENT;
      }
    }
    for (int i = 0; i < ownColumns.length; i++) {
      block.values(ownColumns[i])[at] = token(row.own[i]);
    }
  }

  private void set(OrderColumn column, int at, long value) {
    block.values(column)[at] = isOfFile[column.number()] ? value : OrderRow.ABSENT;
  }

  private void setCode(OrderColumn column, int at, @Nullable String id) {
    long code =
        id == null || !isOfFile[column.number()]
            ? OrderRow.ABSENT
            : pools[column.number()].intern(id);
    block.values(column)[at] = code;
  }

  private long token(@Nullable String id) {
    return id == null ? OrderRow.ABSENT : block.token(id);
  }
}
