package dev.partnerops.orders;

import java.util.List;

/** The current versions among segments that do not overlap, one segment in memory at a time. */
final class StoredRun implements SortedRun {

  private final OrderSnapshot snapshot;
  private final List<StoredSegment> segments;
  private final OrderBlock block;
  private int nextSegment;
  private int row = -1;
  private RowBits hidden = RowBits.NONE;
  private long[] batches = {};

  /** The segments ascend. */
  StoredRun(OrderSnapshot snapshot, List<StoredSegment> segments, int[] ownColumns) {
    this.snapshot = snapshot;
    this.segments = segments;
    block = OrderBlock.ofOrders(ownColumns);
  }

  @Override
  public boolean next() {
    do {
      row++;
      while (row >= block.rows()) {
        if (nextSegment == segments.size()) {
          return false;
        }
        StoredSegment segment = segments.get(nextSegment++);
        hidden = snapshot.hidden(segment);
        batches = new long[0];
        snapshot.store().reader(segment).decodeInto(block);
        row = 0;
      }
    } while (hidden.has(row));
    return true;
  }

  /** The batch that wrote this version. */
  long batch() {
    if (batches.length == 0) {
      batches = snapshot.store().batches(segments.get(nextSegment - 1));
    }
    return batches[row];
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
