package dev.partnerops.orders;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One order on its way into or out of the store; mutable and meant to be used again for the next
 * one. An absent text is null, an absent number {@link #ABSENT}. Times are epoch seconds, money is
 * fen.
 */
public final class OrderRow {

  public static final long ABSENT = Long.MIN_VALUE;

  public String orderId = "";
  public @Nullable String merchantId;
  public @Nullable String promoterId;
  public @Nullable String leaderId;
  public @Nullable String skuId;
  public @Nullable String sessionId;
  public @Nullable String buyerId;
  public @Nullable OrderChannel channel;
  public @Nullable OrderStatus status;
  public long quantity = ABSENT;
  public long amountFen = ABSENT;
  public long refundFen = ABSENT;
  public long commissionFen = ABSENT;
  public long paidAt = ABSENT;
  public long shippedAt = ABSENT;
  public long completedAt = ABSENT;
  public long refundedAt = ABSENT;
  public long rating = ABSENT;

  /** Line of the file, from 1. */
  public long line;

  /** Cells of the own columns, in the order of {@link OrderBatchOptions#ownColumns}. */
  public final @Nullable String[] own;

  public OrderRow() {
    this(0);
  }

  public OrderRow(int ownColumns) {
    own = new @Nullable String[ownColumns];
  }

  /** Makes every column absent again. */
  public void clear() {
    orderId = "";
    merchantId = null;
    promoterId = null;
    leaderId = null;
    skuId = null;
    sessionId = null;
    buyerId = null;
    channel = null;
    status = null;
    quantity = ABSENT;
    amountFen = ABSENT;
    refundFen = ABSENT;
    commissionFen = ABSENT;
    paidAt = ABSENT;
    shippedAt = ABSENT;
    completedAt = ABSENT;
    refundedAt = ABSENT;
    rating = ABSENT;
    line = 0;
    Arrays.fill(own, null);
  }
}
