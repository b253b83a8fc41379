package dev.partnerops.orders;

import java.util.Arrays;

/**
 * The columns of one segment as of a day, unpacked as they are asked for; one a thread, used again
 * for each segment.
 */
final class SegmentColumns {

  private final OrderSnapshot snapshot;
  private final long asOfEnd;
  private final long[][] values = new long[OrderColumn.MOST][];
  private final boolean[] ready = new boolean[OrderColumn.MOST];
  private final int[] rows = new int[OrderBlock.SEGMENT_ROWS];
  private final TextPool texts = new TextPool();
  private StoredSegment segment;
  private int count;

  /** Nothing at or after {@code asOfEnd} exists (RULES 15). */
  SegmentColumns(OrderSnapshot snapshot, StoredSegment first, long asOfEnd) {
    this.snapshot = snapshot;
    this.asOfEnd = asOfEnd;
    segment = first;
    Arrays.fill(values, new long[0]);
  }

  /** Turns to a segment and picks its rows that exist: newest versions, paid by the as-of day. */
  void open(StoredSegment next) {
    segment = next;
    Arrays.fill(ready, false);
    texts.clear();
    RowBits hidden = snapshot.hidden(next);
    int total = next.header().rows();
    if (hidden.count() == 0 && next.header().greatestTimes()[OrderClock.PAID.place()] < asOfEnd) {
      for (int row = 0; row < total; row++) {
        rows[row] = row;
      }
      count = total;
      return;
    }
    long[] paidAt = values(OrderColumn.PAID_AT);
    count = 0;
    for (int row = 0; row < total; row++) {
      if (paidAt[row] < asOfEnd && !(hidden.count() > 0 && hidden.has(row))) {
        rows[count++] = row;
      }
    }
  }

  StoredSegment segment() {
    return segment;
  }

  /** Positions of the rows that exist, {@link #count} of them. */
  int[] rows() {
    return rows;
  }

  int count() {
    return count;
  }

  /** Rows of the segment, those that do not exist among them. */
  int total() {
    return segment.header().rows();
  }

  /** What the tokens of this segment refer to. */
  TextPool texts() {
    return texts;
  }

  long[] values(OrderColumn column) {
    return values(column.number());
  }

  long[] values(int column) {
    if (!ready[column]) {
      if (values[column].length == 0) {
        values[column] = new long[OrderBlock.SEGMENT_ROWS];
      }
      unpack(column, values[column]);
      ready[column] = true;
    }
    return values[column];
  }

  private void unpack(int column, long[] out) {
    SegmentHeader header = segment.header();
    if (!header.has(column)) {
      Arrays.fill(out, 0, header.rows(), OrderRow.ABSENT);
      return;
    }
    byte[] content = snapshot.store().column(segment, column);
    if (OrderBlock.holdsTokens(column)) {
      PackedTexts.decode(content, header.rows(), texts, out);
      return;
    }
    PackedLongs.read(content, 0, header.rows()).decode(out);
    if (PackedSegment.isRelative(column)) {
      SegmentReader.addPaidAt(values(OrderColumn.PAID_AT), header.rows(), out);
      if (column != OrderColumn.REFUNDED_AT.number()) {
        hideLater(out, header.rows());
      }
    }
  }

  private void hideLater(long[] times, int total) {
    for (int row = 0; row < total; row++) {
      if (times[row] >= asOfEnd) {
        times[row] = OrderRow.ABSENT;
      }
    }
  }

  /** The time of a clock; absent where it lies after the as-of day. */
  long[] times(OrderClock clock) {
    long[] times = values(clock.column());
    if (clock == OrderClock.REFUNDED) {
      return visibleRefunds(times);
    }
    return times;
  }

  private long[] visibleRefunds(long[] refundedAt) {
    long[] visible = Arrays.copyOf(refundedAt, segment.header().rows());
    hideLater(visible, visible.length);
    return visible;
  }
}
