package dev.partnerops.orders;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Gathers the rows of a batch, in order, into full segments, packed by other threads. */
final class SegmentCollector {

  private final PackedAhead packed;
  private final int[] ownColumns;
  private final Queue<OrderBlock> free = new ConcurrentLinkedQueue<>();
  private OrderBlock pending;

  SegmentCollector(SegmentSink sink, Workers workers, int[] ownColumns) {
    packed = new PackedAhead(workers, sink::write);
    this.ownColumns = ownColumns;
    pending = OrderBlock.ofOrders(ownColumns);
  }

  /** Rows of one kind of id, behind those added before. */
  void add(OrderBlock block) {
    if (block.rows() == 0) {
      return;
    }
    if (pending.rows() > 0 && pending.isNumber(0) != block.isNumber(0)) {
      flush();
    }
    int row = 0;
    while (row < block.rows()) {
      row += pending.appendSome(block, row, block.rows());
      if (pending.isFullSegment()) {
        flush();
      }
    }
  }

  private void flush() {
    OrderBlock full = pending;
    packed.add(() -> {
      PackedSegment segment = PackedSegment.pack(full);
      full.clear();
      free.add(full);
      return segment;
    });
    OrderBlock next = free.poll();
    pending = next == null ? OrderBlock.ofOrders(ownColumns) : next;
  }

  /** Writes what is left; nothing may follow. */
  void finish() {
    if (pending.rows() > 0) {
      flush();
    }
    packed.finish();
  }
}
