package dev.partnerops.orders;

import java.util.List;

/**
 * All versions among segments that do not overlap, current or not, each with its batch; one segment
 * in memory at a time.
 */
final class VersionRun implements SortedRun {

  private final SegmentStore store;
  private final List<StoredSegment> segments;
  private final OrderBlock block;
  private int nextSegment;
  private int row = -1;

  /** The segments ascend. */
  VersionRun(SegmentStore store, List<StoredSegment> segments, int[] ownColumns) {
    this.store = store;
    this.segments = segments;
    block = OrderBlock.ofVersions(ownColumns);
  }

  /** The one that the row stands in. */
  StoredSegment segment() {
    return segments.get(nextSegment - 1);
  }

  @Override
  public boolean next() {
    row++;
    while (row >= block.rows()) {
      if (nextSegment == segments.size()) {
        return false;
      }
      read(segments.get(nextSegment++));
      row = 0;
    }
    return true;
  }

  private void read(StoredSegment segment) {
    store.reader(segment).decodeInto(block);
    System.arraycopy(store.batches(segment), 0, block.values(OrderBlock.BATCH), 0, block.rows());
  }

  @Override
  public OrderBlock block() {
    return block;
  }

  @Override
  public int row() {
    return row;
  }
}
