package dev.partnerops.orders;

import java.util.List;

/** The current versions among the segments of one batch, one segment in memory at a time. */
final class StoredRun implements SortedRun {

  private final OrderSnapshot snapshot;
  private final List<StoredSegment> segments;
  private final OrderBlock block;
  private int nextSegment;
  private int row = -1;
  private RowBits hidden = RowBits.NONE;

  /** The segments ascend, as a batch writes them. */
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
        snapshot.store().reader(segment).decodeInto(block);
        row = 0;
      }
    } while (hidden.has(row));
    return true;
  }

  /** The batch that wrote these versions. */
  long batch() {
    return segments.get(0).batch();
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
