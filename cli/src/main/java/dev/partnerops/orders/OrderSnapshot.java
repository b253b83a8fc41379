package dev.partnerops.orders;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/**
 * What counts as of one batch: published segments, and the positions that are superseded in them
 * (RULES 5).
 */
final class OrderSnapshot implements AutoCloseable {

  private final SegmentStore store;
  private final List<StoredSegment> all;
  private final List<StoredSegment> segments;
  private final Map<Long, RowBits> absent;
  private final Map<Long, RowBits> hidden;

  private OrderSnapshot(SegmentStore store, NavigableSet<Long> batches) {
    this.store = store;
    hidden = store.superseded(batches);
    absent = new HashMap<>();
    List<StoredSegment> stored = store.segments(batches);
    findAbsent(stored, batches);
    all = stored.stream().filter(segment -> holdsMore(segment, absent)).toList();
    segments = all.stream().filter(segment -> holdsMore(segment, hidden)).toList();
  }

  static OrderSnapshot open(Connection connection, long batch) {
    return of(new SegmentStore(connection), batch);
  }

  /** Closes the store when it is closed. */
  static OrderSnapshot of(SegmentStore store, long batch) {
    return new OrderSnapshot(store, store.visibleBatches(batch));
  }

  /** Versions in folded segments that are of batches which do not count. */
  private void findAbsent(List<StoredSegment> stored, NavigableSet<Long> visible) {
    if (stored.stream().noneMatch(StoredSegment::isFolded)) {
      return;
    }
    NavigableSet<Long> others = store.publishedBatches();
    others.removeAll(visible);
    long first = others.isEmpty() ? Long.MAX_VALUE : others.getFirst();
    for (StoredSegment segment : stored) {
      if (segment.isFolded() && segment.batch() >= first) {
        RowBits bits = new RowBits();
        long[] batches = store.batches(segment);
        for (int row = 0; row < batches.length; row++) {
          if (!visible.contains(batches[row])) {
            bits.add(row);
          }
        }
        if (!bits.isEmpty()) {
          absent.put(segment.number(), bits);
          hidden.computeIfAbsent(segment.number(), none -> new RowBits()).addAll(bits);
        }
      }
    }
  }

  private static boolean holdsMore(StoredSegment segment, Map<Long, RowBits> without) {
    RowBits bits = without.get(segment.number());
    return bits == null || bits.count() < segment.header().rows();
  }

  SegmentStore store() {
    return store;
  }

  /** Those with a current version, by number. */
  List<StoredSegment> segments() {
    return segments;
  }

  /** Those with any version, by number. */
  List<StoredSegment> segmentsWithHistory() {
    return all;
  }

  /** Positions of versions that do not count at all. */
  RowBits absent(StoredSegment segment) {
    return absent.getOrDefault(segment.number(), RowBits.NONE);
  }

  /** Positions of versions that are not current. */
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
    List<StoredRun> runs = new ArrayList<>();
    for (List<StoredSegment> run : AscendingRuns.of(segments)) {
      runs.add(new StoredRun(this, run, ownColumns));
    }
    return new RunMerge(runs);
  }

  @Override
  public void close() {
    store.close();
  }
}
