package dev.partnerops.orders;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;

/**
 * What counts as of one batch: published segments, and the positions that are superseded in them
 * (RULES 5).
 */
final class OrderSnapshot implements AutoCloseable {

  private final SegmentStore store;
  private final List<StoredSegment> segments;
  private final Map<Long, RowBits> hidden;

  private OrderSnapshot(
      SegmentStore store, List<StoredSegment> segments, Map<Long, RowBits> hidden) {
    this.store = store;
    this.segments = segments;
    this.hidden = hidden;
  }

  static OrderSnapshot open(Connection connection, long batch) {
    SegmentStore store = new SegmentStore(connection);
    NavigableSet<Long> batches = store.visibleBatches(batch);
    return new OrderSnapshot(store, store.segments(batches), store.superseded(batches));
  }

  SegmentStore store() {
    return store;
  }

  List<StoredSegment> segments() {
    return segments;
  }

  RowBits hidden(StoredSegment segment) {
    return hidden.getOrDefault(segment.number(), RowBits.NONE);
  }

  /** Orders, each counted once. */
  long orders() {
    long orders = 0;
    for (StoredSegment segment : segments) {
      orders += segment.header().rows() - hidden(segment).count();
    }
    return orders;
  }

  /** Current versions in the order of ids. */
  RunMerge inOrder(int[] ownColumns) {
    Map<Long, List<StoredSegment>> byBatch = new TreeMap<>();
    for (StoredSegment segment : segments) {
      byBatch.computeIfAbsent(segment.batch(), none -> new ArrayList<>()).add(segment);
    }
    List<StoredRun> runs = new ArrayList<>();
    for (List<StoredSegment> batch : byBatch.values()) {
      runs.add(new StoredRun(this, batch, ownColumns));
    }
    return new RunMerge(runs);
  }

  @Override
  public void close() {
    store.close();
  }
}
