package dev.partnerops.orders;

/** Gathers versions, in the order of ids, into full segments, with what superseded them. */
final class VersionCollector {

  private final SegmentSink sink;
  private final boolean history;
  private final PairsSink pairsSink;
  private final OrderBlock pending;
  private final Superseders pairs = new Superseders();

  /** Takes what is superseded in a segment that was written. */
  interface PairsSink {
    void accept(long segment, Superseders pairs);
  }

  VersionCollector(SegmentSink sink, boolean history, int[] ownColumns, PairsSink pairsSink) {
    this.sink = sink;
    this.history = history;
    this.pairsSink = pairsSink;
    pending = OrderBlock.ofVersions(ownColumns);
  }

  /** A version of a segment in which that is superseded. */
  void add(OrderBlock block, int row, Superseders superseded) {
    if (pending.rows() > 0 && pending.isNumber(0) != block.isNumber(row)) {
      flush();
    }
    int place = pending.rows();
    pending.append(block, row);
    superseded.forEachAt(row, batch -> pairs.add(place, batch));
    if (pending.isFullSegment()) {
      flush();
    }
  }

  void flush() {
    if (pending.rows() == 0) {
      return;
    }
    long number = sink.write(PackedSegment.pack(pending), history);
    if (!pairs.isEmpty()) {
      pairsSink.accept(number, pairs);
    }
    pending.clear();
    pairs.clear();
    sink.giveWay();
  }
}
