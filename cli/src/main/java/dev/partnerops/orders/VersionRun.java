package dev.partnerops.orders;

/** All versions of one segment, current or not, each with its batch. */
final class VersionRun implements SortedRun {

  private final StoredSegment segment;
  private final OrderBlock block;
  private int row = -1;

  VersionRun(SegmentStore store, StoredSegment segment, int[] ownColumns) {
    this.segment = segment;
    block = OrderBlock.ofVersions(ownColumns);
    store.reader(segment).decodeInto(block);
    System.arraycopy(store.batches(segment), 0, block.values(OrderBlock.BATCH), 0, block.rows());
  }

  StoredSegment segment() {
    return segment;
  }

  @Override
  public boolean next() {
    return ++row < block.rows();
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
