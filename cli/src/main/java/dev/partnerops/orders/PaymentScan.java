package dev.partnerops.orders;

import java.util.Set;

/** Reads the payments of entities, segment by segment. */
final class PaymentScan {

  private final OrderSnapshot snapshot;
  private final Reach reach;
  private final long asOfEnd;

  PaymentScan(OrderSnapshot snapshot, Reach reach, long asOfEnd) {
    this.snapshot = snapshot;
    this.reach = reach;
    this.asOfEnd = asOfEnd;
  }

  /** Takes the rows of one segment and whose they are. */
  interface Sink {
    void accept(SegmentColumns columns, Selection pairs);
  }

  /** Reads the segments that may hold a payment in from ≤ t < to; rows outside come too. */
  void read(long from, long to, Sink sink) {
    if (snapshot.segments().isEmpty()) {
      return;
    }
    SegmentColumns columns = new SegmentColumns(snapshot, snapshot.segments().getFirst(), asOfEnd);
    Selection pairs = new Selection();
    long[] marks = new long[OrderBlock.SEGMENT_ROWS];
    for (StoredSegment segment : snapshot.segments()) {
      if (segment.header().mayHold(OrderClock.PAID, from, Math.min(to, asOfEnd))) {
        columns.open(segment);
        pairs.count = 0;
        reach.find(columns, Set.of(), pairs, marks);
        sink.accept(columns, pairs);
      }
    }
  }

  /** All days with a payment, up to the as-of day. */
  DayTable days(DayClock clock) {
    long least = asOfEnd - 1;
    long greatest = Long.MIN_VALUE;
    for (StoredSegment segment : snapshot.segments()) {
      int paid = OrderClock.PAID.place();
      least = Math.min(least, segment.header().leastTimes()[paid]);
      greatest = Math.max(greatest, segment.header().greatestTimes()[paid]);
    }
    greatest = Math.min(greatest, asOfEnd - 1);
    return greatest < least ? new DayTable(clock, 0, 0) : new DayTable(clock, least, greatest);
  }
}
