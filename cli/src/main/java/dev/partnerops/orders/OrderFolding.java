package dev.partnerops.orders;

import dev.partnerops.store.StoreConnection;
import java.util.List;
import java.util.NavigableSet;

/**
 * Folds many small segments together before an import adds to them (RULES 5, "many small batches").
 *
 * <p>The caller holds the writers' lock; the connection may be another one afterwards.
 */
public final class OrderFolding {

  /** An import writes so many rows anew where there is need, or twice those of the last batch. */
  private static final long ROWS_AT_ONCE = 1 << 20;

  private OrderFolding() {}

  /**
   * Folds while more than 64 segments overlap, and leaves what is too much for one import to the
   * next.
   *
   * @param memoryBytes bound of the segments that are in memory at once
   */
  public static void foldWhereDue(StoreConnection open, long memoryBytes) {
    SegmentSink.removeLeftovers(open);
    try (SegmentStore store = new SegmentStore(open::connection)) {
      long rows = 0;
      long most = ROWS_AT_ONCE;
      while (rows < most) {
        NavigableSet<Long> batches = store.publishedBatches();
        List<StoredSegment> segments = store.segments(batches);
        List<StoredSegment> chosen =
            FoldPlan.choose(segments, FoldPlan.rowsIn(memoryBytes), FoldPlan.MOST_OVERLAPPING);
        if (chosen.isEmpty()) {
          return;
        }
        most = Math.max(most, 2 * rowsOf(segments, batches.getLast()));
        rows += chosen.stream().mapToLong(segment -> segment.header().rows()).sum();
        SegmentFolding.fold(open, store, chosen);
      }
    }
  }

  private static long rowsOf(List<StoredSegment> segments, long batch) {
    return segments.stream()
        .filter(segment -> segment.batch() == batch && !segment.isFolded())
        .mapToLong(segment -> segment.header().rows())
        .sum();
  }
}
