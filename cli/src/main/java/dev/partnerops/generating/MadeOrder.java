package dev.partnerops.generating;

import java.io.IOException;

/**
 * One made order; filled anew for each row. Money in fen, times in local seconds since 1970-01-01;
 * {@link #ABSENT} is an empty cell.
 */
final class MadeOrder {

  static final long ABSENT = -1;

  static final String HEADER =
      "order_id,merchant_id,promoter_id,leader_id,sku_id,session_id,buyer_id,channel,quantity,amount,"
          + "refund_amount,commission,status,paid_at,shipped_at,completed_at,refunded_at,rating";

  static final int PAID = 0;
  static final int SHIPPED = 1;
  static final int COMPLETED = 2;
  static final int CANCELLED = 3;
  static final int REFUNDED = 4;

  static final int LIVE = 0;
  static final int VIDEO = 1;
  static final int SHOP = 2;
  static final int OTHER = 3;

  long orderId;
  long merchantId;
  long promoterId;
  long leaderId;
  long skuId;
  long sessionId;
  long buyerId;
  int channel;
  long quantity;
  long amountFen;
  long refundFen;
  long commissionFen;
  int status;
  long paidAt;
  long shippedAt;
  long completedAt;
  long refundedAt;
  long rating;

  void write(CsvBytes csv) throws IOException {
    csv.number(orderId);
    csv.number(merchantId);
    number(csv, promoterId);
    number(csv, leaderId);
    csv.number(skuId);
    number(csv, sessionId);
    csv.number(buyerId);
    csv.text(Words.CHANNELS.get(channel));
    number(csv, quantity);
    csv.money(amountFen);
    money(csv, refundFen);
    money(csv, commissionFen);
    csv.text(Words.ORDER_STATUSES.get(status));
    csv.time(paidAt);
    time(csv, shippedAt);
    time(csv, completedAt);
    time(csv, refundedAt);
    number(csv, rating);
    csv.endRow();
  }

  private static void number(CsvBytes csv, long value) throws IOException {
    if (value == ABSENT) {
      csv.empty();
    } else {
      csv.number(value);
    }
  }

  private static void money(CsvBytes csv, long fen) throws IOException {
    if (fen == ABSENT) {
      csv.empty();
    } else {
      csv.money(fen);
    }
  }

  private static void time(CsvBytes csv, long second) throws IOException {
    if (second == ABSENT) {
      csv.empty();
    } else {
      csv.time(second);
    }
  }
}
