package dev.partnerops.importing;

import dev.partnerops.dataset.Column;
import dev.partnerops.model.Money;
import dev.partnerops.orders.OrderColumn;
import dev.partnerops.orders.OrderRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The columns of an order by their names. */
public final class OrderCells {

  private OrderCells() {}

  /**
   * The value that {@link HistoryStore.Version} would have; null for absent.
   *
   * @param own names of the row's own cells
   */
  public static @Nullable Object value(OrderRow row, Column column, List<String> own) {
    if (column.findOrigin().isEmpty()) {
      return value(row, column.name());
    }
    int place = own.indexOf(column.name());
    String text = place < 0 ? null : row.own[place];
    return text == null ? null : OwnCells.value(column.type(), text);
  }

  private static @Nullable Object value(OrderRow row, String column) {
    return switch (OrderColumn.valueOf(column.toUpperCase(Locale.ROOT))) {
      case ORDER_ID -> row.orderId;
      case MERCHANT_ID -> row.merchantId;
      case PROMOTER_ID -> row.promoterId;
      case LEADER_ID -> row.leaderId;
      case SKU_ID -> row.skuId;
      case SESSION_ID -> row.sessionId;
      case BUYER_ID -> row.buyerId;
      case CHANNEL -> row.channel == null ? null : row.channel.word();
      case QUANTITY -> number(row.quantity);
      case AMOUNT -> money(row.amountFen);
      case REFUND_AMOUNT -> money(row.refundFen);
      case COMMISSION -> money(row.commissionFen);
      case STATUS -> row.status == null ? null : row.status.word();
      case PAID_AT -> time(row.paidAt);
      case SHIPPED_AT -> time(row.shippedAt);
      case COMPLETED_AT -> time(row.completedAt);
      case REFUNDED_AT -> time(row.refundedAt);
      case RATING -> number(row.rating);
      case LINE -> row.line;
    };
  }

  private static @Nullable Long number(long value) {
    return value == OrderRow.ABSENT ? null : value;
  }

  private static @Nullable Money money(long fen) {
    return fen == OrderRow.ABSENT ? null : new Money(fen);
  }

  private static @Nullable Instant time(long epochSecond) {
    return epochSecond == OrderRow.ABSENT ? null : Instant.ofEpochSecond(epochSecond);
  }
}
