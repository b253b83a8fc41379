package dev.partnerops.orders;

import java.util.ArrayList;
import java.util.List;
import org.h2.index.Cursor;
import org.h2.result.Row;
import org.h2.result.SearchRow;
import org.jspecify.annotations.Nullable;

/** Steps through orders for H2, one segment in memory at a time. */
final class OrdersCursor implements Cursor {

  private final OrdersTable table;
  private final SqlSnapshots.Snapshot snapshot;
  private final boolean history;
  private final List<StoredSegment> segments;
  private final long paidFrom;
  private final long paidTo;
  private final @Nullable String orderId;
  private int nextSegment;
  private SqlSegment current;
  private int row = -1;

  private OrdersCursor(
      OrdersTable table,
      SqlSnapshots.Snapshot snapshot,
      boolean history,
      List<StoredSegment> segments,
      long paidFrom,
      long paidTo,
      @Nullable String orderId) {
    this.table = table;
    this.snapshot = snapshot;
    this.history = history;
    this.segments = segments;
    this.paidFrom = paidFrom;
    this.paidTo = paidTo;
    this.orderId = orderId;
    current = SqlSegment.none(table, snapshot);
  }

  static OrdersCursor all(OrdersTable table, SqlSnapshots.Snapshot snapshot, boolean history) {
    return new OrdersCursor(
        table,
        snapshot,
        history,
        segments(snapshot, history),
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        null);
  }

  private static List<StoredSegment> segments(SqlSnapshots.Snapshot snapshot, boolean history) {
    return history ? snapshot.store().segmentsWithHistory() : snapshot.store().segments();
  }

  /** Paid from and to those seconds, both in. */
  static OrdersCursor paid(
      OrdersTable table, SqlSnapshots.Snapshot snapshot, boolean history, long from, long to) {
    List<StoredSegment> segments = new ArrayList<>();
    long end = to == Long.MAX_VALUE ? to : to + 1;
    for (StoredSegment segment : segments(snapshot, history)) {
      if (segment.header().mayHold(OrderClock.PAID, from, end)) {
        segments.add(segment);
      }
    }
    return new OrdersCursor(table, snapshot, history, segments, from, to, null);
  }

  static OrdersCursor one(
      OrdersTable table, SqlSnapshots.Snapshot snapshot, boolean history, String orderId) {
    OrderKey key = OrderKey.of(orderId);
    List<StoredSegment> segments = new ArrayList<>();
    for (StoredSegment segment : segments(snapshot, history)) {
      if (segment.header().overlaps(key, key)) {
        segments.add(segment);
      }
    }
    return new OrdersCursor(
        table, snapshot, history, segments, Long.MIN_VALUE, Long.MAX_VALUE, orderId);
  }

  @Override
  public boolean next() {
    while (true) {
      // What is not asked for is not stepped through.
      row = orderId == null ? row + 1 : current.findNext(row, orderId);
      while (row >= current.rows()) {
        if (nextSegment == segments.size()) {
          return false;
        }
        current = new SqlSegment(table, snapshot, segments.get(nextSegment++), history);
        row = orderId == null ? 0 : current.findNext(-1, orderId);
      }
      if (current.isShown(row) && isPaidThen()) {
        return true;
      }
    }
  }

  private boolean isPaidThen() {
    if (paidFrom == Long.MIN_VALUE && paidTo == Long.MAX_VALUE) {
      return true;
    }
    long paidAt = current.paidAt(row);
    return paidAt >= paidFrom && paidAt <= paidTo;
  }

  @Override
  public Row get() {
    return new OrdersRow(current, row);
  }

  @Override
  public SearchRow getSearchRow() {
    return get();
  }

  @Override
  public boolean previous() {
    throw OrdersTable.readOnly();
  }
}
