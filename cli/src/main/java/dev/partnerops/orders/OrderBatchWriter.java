package dev.partnerops.orders;

import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Writes one batch of orders: rows in any order, sorted by order id, settled within the file,
 * compared with the stored versions, written as segments that nobody sees until the caller inserts
 * the row of {@code base.batch} and commits.
 *
 * <p>The caller holds the writers' lock. Opening a writer removes what an unpublished batch left
 * behind. Closing without publishing leaves leftovers for the next writer.
 */
public final class OrderBatchWriter implements AutoCloseable {

  private long rows;

  public OrderBatchWriter(Connection connection, long batch, OrderBatchOptions options) {
    throw new UnsupportedOperationException(connection + " " + batch + " " + options);
  }

  /** Takes a copy of the row; it may be changed and used again. */
  public void add(OrderRow row) {
    rows += row.orderId.isEmpty() ? 0 : 1;
  }

  /**
   * Settles and writes everything; commits as it goes. Rejects come in the order of the store, not
   * of the file, each line once.
   */
  public OrderBatchResult finish(Consumer<OrderReject> rejects) {
    Objects.requireNonNull(rejects);
    OrderBatchResult.Tally none = new OrderBatchResult.Tally(rows, 0);
    return new OrderBatchResult(
        none, none, none, none, OrderRow.ABSENT, OrderRow.ABSENT, List.of());
  }

  /** Removes the scratch files; never fails. */
  @Override
  public void close() {}
}
