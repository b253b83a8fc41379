package dev.partnerops.orders;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns stored rows into rows with texts again. */
final class RowTexts {

  private static final OrderStatus[] STATUSES = OrderStatus.values();
  private static final OrderChannel[] CHANNELS = OrderChannel.values();

  private final StoreIds ids;
  private final List<String> ownNames;
  private final int[] ownColumns;

  RowTexts(StoreIds ids, Map<String, Integer> own) {
    this.ids = ids;
    ownNames = List.copyOf(own.keySet());
    ownColumns = ownNames.stream().mapToInt(own::get).toArray();
  }

  List<String> ownNames() {
    return ownNames;
  }

  int[] ownColumns() {
    return ownColumns;
  }

  OrderRow newRow() {
    return new OrderRow(ownColumns.length);
  }

  void fill(OrderBlock block, int at, OrderRow row) {
    row.orderId = block.text(block.values(OrderColumn.ORDER_ID)[at]);
    row.merchantId = id(OrderColumn.MERCHANT_ID, block, at);
    row.promoterId = id(OrderColumn.PROMOTER_ID, block, at);
    row.leaderId = id(OrderColumn.LEADER_ID, block, at);
    row.skuId = id(OrderColumn.SKU_ID, block, at);
    row.sessionId = id(OrderColumn.SESSION_ID, block, at);
    row.buyerId = token(block, OrderColumn.BUYER_ID.number(), at);
    long channel = block.values(OrderColumn.CHANNEL)[at];
    row.channel = channel == OrderRow.ABSENT ? null : CHANNELS[(int) channel];
    long status = block.values(OrderColumn.STATUS)[at];
    row.status = status == OrderRow.ABSENT ? null : STATUSES[(int) status];
    row.quantity = block.values(OrderColumn.QUANTITY)[at];
    row.amountFen = block.values(OrderColumn.AMOUNT)[at];
    row.refundFen = block.values(OrderColumn.REFUND_AMOUNT)[at];
    row.commissionFen = block.values(OrderColumn.COMMISSION)[at];
    row.paidAt = block.values(OrderColumn.PAID_AT)[at];
    row.shippedAt = block.values(OrderColumn.SHIPPED_AT)[at];
    row.completedAt = block.values(OrderColumn.COMPLETED_AT)[at];
    row.refundedAt = block.values(OrderColumn.REFUNDED_AT)[at];
    row.rating = block.values(OrderColumn.RATING)[at];
    row.line = block.values(OrderColumn.LINE)[at];
    for (int i = 0; i < ownColumns.length; i++) {
      row.own[i] = token(block, ownColumns[i], at);
    }
  }

  private @Nullable String id(OrderColumn column, OrderBlock block, int at) {
    long code = block.values(column)[at];
    return code == OrderRow.ABSENT ? null : ids.pool(column).text((int) code);
  }

  private static @Nullable String token(OrderBlock block, int column, int at) {
    long token = block.values(column)[at];
    return token == OrderRow.ABSENT ? null : block.text(token);
  }
}
