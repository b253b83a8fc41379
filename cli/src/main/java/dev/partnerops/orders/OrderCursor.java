package dev.partnerops.orders;

import java.sql.Connection;
import java.util.List;

/**
 * Streams the orders as of a batch, each in its newest version, numbers by value and then texts by
 * bytes.
 */
public final class OrderCursor implements AutoCloseable {

  private final OrderSnapshot snapshot;
  private final RowTexts texts;
  private final RunMerge rows;
  private final OrderRow row;
  private long batch;
  private boolean started;

  private OrderCursor(OrderSnapshot snapshot) {
    this.snapshot = snapshot;
    texts = new RowTexts(snapshot.store().ids(), snapshot.store().ownColumns());
    rows = snapshot.inOrder(texts.ownColumns());
    row = texts.newRow();
  }

  public static OrderCursor open(Connection connection, long batch) {
    return new OrderCursor(OrderSnapshot.open(connection, batch));
  }

  /** Steps to the next order; false behind the last. */
  public boolean next() {
    if (started && !rows.isEmpty()) {
      rows.step();
    }
    started = true;
    if (rows.isEmpty()) {
      return false;
    }
    texts.fill(rows.top().block(), rows.top().row(), row);
    batch = rows.top() instanceof StoredRun run ? run.batch() : 0;
    return true;
  }

  /** The order; the same object every time. */
  public OrderRow row() {
    return row;
  }

  /** The batch that wrote this version; its line is {@link OrderRow#line}. */
  public long batch() {
    return batch;
  }

  /** Names for {@link OrderRow#own}, by bytes. */
  public List<String> ownColumns() {
    return texts.ownNames();
  }

  @Override
  public void close() {
    snapshot.close();
  }
}
