package dev.partnerops.orders;

import dev.partnerops.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * What "the same orders" means: SHA-256 of the newest version of every order, in the order of ids.
 * Neither batches nor lines are in it, so one load, two halves and a load with amendments agree.
 */
public final class OrderDigest {

  private static final byte FIELD = 0x1f;
  private static final byte NOTHING = 0x1e;
  private static final byte ROW_END = 0x1d;

  private OrderDigest() {}

  public static String of(Connection connection, long batch) {
    try (OrderCursor cursor = OrderCursor.open(connection, batch)) {
      MessageDigest digest = Sha256.start();
      while (cursor.next()) {
        add(digest, cursor);
      }
      return Sha256.hex(digest);
    }
  }

  private static void add(MessageDigest digest, OrderCursor cursor) {
    OrderRow row = cursor.row();
    add(digest, row.orderId);
    add(digest, row.merchantId);
    add(digest, row.promoterId);
    add(digest, row.leaderId);
    add(digest, row.skuId);
    add(digest, row.sessionId);
    add(digest, row.buyerId);
    add(digest, row.channel == null ? null : row.channel.word());
    add(digest, row.status == null ? null : row.status.word());
    add(digest, row.quantity);
    add(digest, row.amountFen);
    add(digest, row.refundFen);
    add(digest, row.commissionFen);
    add(digest, row.paidAt);
    add(digest, row.shippedAt);
    add(digest, row.completedAt);
    add(digest, row.refundedAt);
    add(digest, row.rating);
    for (int i = 0; i < row.own.length; i++) {
      if (row.own[i] != null) {
        add(digest, cursor.ownColumns().get(i));
        add(digest, row.own[i]);
      }
    }
    digest.update(ROW_END);
  }

  private static void add(MessageDigest digest, @Nullable String text) {
    if (text == null) {
      digest.update(NOTHING);
    } else {
      digest.update(text.getBytes(StandardCharsets.UTF_8));
    }
    digest.update(FIELD);
  }

  private static void add(MessageDigest digest, long number) {
    byte[] bytes = new byte[8];
    ByteWriter.LONG.set(bytes, 0, number);
    digest.update(bytes);
  }
}
