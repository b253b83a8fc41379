package dev.partnerops.orders;

/** Gathers the rows of a batch, in order, into full segments. */
final class SegmentCollector {

  private final SegmentSink sink;
  private final OrderBlock pending;

  SegmentCollector(SegmentSink sink, int[] ownColumns) {
    this.sink = sink;
    pending = OrderBlock.ofOrders(ownColumns);
  }

  /** Rows of one kind of id, behind those added before. */
  void add(OrderBlock block) {
    if (block.rows() == 0) {
      return;
    }
    if (pending.rows() > 0 && pending.key(0).isText() != block.key(0).isText()) {
      flush();
    }
    if (pending.rows() == 0 && block.isFullSegment()) {
      write(block);
      return;
    }
    for (int row = 0; row < block.rows(); row++) {
      pending.append(block, row);
      if (pending.isFullSegment()) {
        flush();
      }
    }
  }

  void flush() {
    if (pending.rows() > 0) {
      write(pending);
      pending.clear();
    }
  }

  private void write(OrderBlock block) {
    int[] order = new int[block.rows()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    sink.write(PackedSegment.pack(block, order, 0, order.length));
  }
}
