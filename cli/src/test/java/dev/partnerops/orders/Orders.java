package dev.partnerops.orders;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Orders for tests. */
final class Orders {

  /** 2020-10-01T00:00 in Shanghai. */
  static final long OCTOBER = 1_601_481_600L;

  private Orders() {}

  static OrderRow order(String id, String merchant, long amountFen, long paidAt) {
    OrderRow row = new OrderRow();
    row.orderId = id;
    row.merchantId = merchant;
    row.amountFen = amountFen;
    row.status = OrderStatus.PAID;
    row.paidAt = paidAt;
    row.line = 2;
    return row;
  }

  /** An order with everything in it by chance; some cells empty. */
  static OrderRow random(Random random, String id, long line) {
    OrderRow row = order(id, "M" + random.nextInt(20), random.nextInt(1_000_00), 0);
    row.line = line;
    row.promoterId = maybe(random, "达人" + random.nextInt(15));
    row.leaderId = maybe(random, "L" + random.nextInt(5));
    row.skuId = maybe(random, "S" + random.nextInt(60));
    row.sessionId = maybe(random, "live-" + random.nextInt(30));
    row.buyerId = maybe(random, buyer(random));
    row.channel = random.nextInt(4) == 0 ? null : pick(random, OrderChannel.values());
    row.status = pick(random, OrderStatus.values());
    row.quantity = maybe(random, 1 + random.nextInt(9));
    row.commissionFen = maybe(random, random.nextInt(100_00));
    row.refundFen =
        row.status == OrderStatus.REFUNDED ? maybe(random, row.amountFen / 2) : OrderRow.ABSENT;
    row.paidAt = OCTOBER + random.nextInt(86_400 * 60);
    row.shippedAt = maybe(random, row.paidAt - 1000 + random.nextInt(86_400 * 4));
    row.completedAt = maybe(random, row.paidAt + random.nextInt(86_400 * 20));
    row.refundedAt =
        row.status == OrderStatus.REFUNDED || row.status == OrderStatus.CANCELLED
            ? maybe(random, row.paidAt + random.nextInt(86_400 * 40))
            : OrderRow.ABSENT;
    row.rating = maybe(random, 1 + random.nextInt(5));
    return row;
  }

  static <T> T pick(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static String buyer(Random random) {
    return random.nextInt(3) == 0 ? "b" + random.nextInt(40) : String.valueOf(random.nextInt(40));
  }

  private static @Nullable String maybe(Random random, String text) {
    return random.nextInt(4) == 0 ? null : text;
  }

  private static long maybe(Random random, long number) {
    return random.nextInt(4) == 0 ? OrderRow.ABSENT : number;
  }

  static OrderRow copy(OrderRow row) {
    OrderRow copy = order(row.orderId, "", row.amountFen, row.paidAt);
    copy.merchantId = row.merchantId;
    copy.promoterId = row.promoterId;
    copy.leaderId = row.leaderId;
    copy.skuId = row.skuId;
    copy.sessionId = row.sessionId;
    copy.buyerId = row.buyerId;
    copy.channel = row.channel;
    copy.status = row.status;
    copy.quantity = row.quantity;
    copy.refundFen = row.refundFen;
    copy.commissionFen = row.commissionFen;
    copy.shippedAt = row.shippedAt;
    copy.completedAt = row.completedAt;
    copy.refundedAt = row.refundedAt;
    copy.rating = row.rating;
    copy.line = row.line;
    return copy;
  }

  /** All but the line, for comparison. */
  static String text(OrderRow row) {
    return String.join(
        "|",
        row.orderId,
        "" + row.merchantId,
        "" + row.promoterId,
        "" + row.leaderId,
        "" + row.skuId,
        "" + row.sessionId,
        "" + row.buyerId,
        "" + row.channel,
        "" + row.status,
        "" + row.quantity,
        "" + row.amountFen,
        "" + row.refundFen,
        "" + row.commissionFen,
        "" + row.paidAt,
        "" + row.shippedAt,
        "" + row.completedAt,
        "" + row.refundedAt,
        "" + row.rating);
  }
}
