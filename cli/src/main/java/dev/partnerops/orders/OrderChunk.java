package dev.partnerops.orders;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Orders of a part of a file, as columns with texts of their own, so that they are turned into
 * numbers on any thread; {@link OrderBatchWriter#add} takes them into the batch. Made by {@link
 * OrderBatchWriter#newChunk}, filled by one thread at a time, and meant to be used again.
 */
public final class OrderChunk {

  private final OrderBlock block;
  private final boolean[] isOfFile = new boolean[OrderColumn.values().length];
  private final ShortTexts[] ids = new ShortTexts[OrderColumn.BUYER_ID.number()];
  private final int[] ownPlaces;

  /**
   * @param ownPlaces numbers of the own columns that the file has, in the order of {@link
   *     OrderRow#own}
   */
  OrderChunk(int[] ownColumns, Set<OrderColumn> columns, int[] ownPlaces) {
    block = OrderBlock.ofOrders(ownColumns);
    this.ownPlaces = ownPlaces;
    for (OrderColumn column : EnumSet.copyOf(columns)) {
      isOfFile[column.number()] = true;
    }
    for (int column = 0; column < ids.length; column++) {
      ids[column] = new ShortTexts();
    }
  }

  OrderBlock block() {
    return block;
  }

  /** The ids of a column that the store has codes for. */
  ShortTexts ids(int column) {
    return ids[column];
  }

  /** Forgets all orders. */
  public void clear() {
    block.clear();
    for (ShortTexts texts : ids) {
      texts.clear();
    }
  }

  /** Takes a copy of the row; it may be changed and used again. */
  public void add(OrderRow row) {
    int at = block.addRow();
    set(OrderColumn.ORDER_ID, at, block.token(row.orderId));
    addId(OrderColumn.MERCHANT_ID, row.merchantId);
    addId(OrderColumn.PROMOTER_ID, row.promoterId);
    addId(OrderColumn.LEADER_ID, row.leaderId);
    addId(OrderColumn.SKU_ID, row.skuId);
    addId(OrderColumn.SESSION_ID, row.sessionId);
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
    for (int i = 0; i < ownPlaces.length; i++) {
      block.values(ownPlaces[i])[at] = token(row.own[i]);
    }
  }

  private void set(OrderColumn column, int at, long value) {
    block.values(column)[at] = isOfFile[column.number()] ? value : OrderRow.ABSENT;
  }

  private void addId(OrderColumn column, @Nullable String id) {
    if (id == null || !isOfFile[column.number()]) {
      ids[column.number()].addAbsent();
    } else {
      ids[column.number()].add(id);
    }
  }

  private long token(@Nullable String id) {
    return id == null ? OrderRow.ABSENT : block.token(id);
  }
}
