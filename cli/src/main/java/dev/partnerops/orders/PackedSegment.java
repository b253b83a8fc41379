package dev.partnerops.orders;

import java.util.Arrays;

/**
 * A segment whose columns are packed but not yet sealed under a number.
 *
 * @param contents by number of the column; empty where no row has a value
 */
@SuppressWarnings("ArrayRecordComponent") // carries bytes, is never compared
record PackedSegment(SegmentHeader header, byte[][] contents) {

  private static final byte[] NOTHING = {};
  private static final int PAID_AT = OrderColumn.PAID_AT.number();
  private static final OrderClock[] TIMES = OrderClock.values();

  /** All rows of a block, which are of one kind of id and ascend. */
  static PackedSegment pack(OrderBlock block) {
    int[] order = new int[block.rows()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    return pack(block, order, 0, order.length);
  }

  /** Rows {@code order[from]}, … of the block, which are of one kind of id and ascend. */
  static PackedSegment pack(OrderBlock block, int[] order, int from, int rows) {
    byte[][] contents = new byte[OrderColumn.MOST][];
    Arrays.fill(contents, NOTHING);
    long[] paidAt = gather(block, PAID_AT, order, from, new long[rows]);
    long[] values = new long[rows];
    ByteWriter out = new ByteWriter();
    long columns = 0;
    int textBytes = 0;
    for (int column : block.columns()) {
      gather(block, column, order, from, values);
      if (!isAbsent(values)) {
        out.clear();
        int dictionary = packColumn(block, column, values, paidAt, out);
        textBytes += column == OrderColumn.BUYER_ID.number() ? dictionary : 0;
        columns |= 1L << column;
        contents[column] = Sealed.open(out);
      }
    }
    long[] least = new long[TIMES.length];
    long[] greatest = new long[TIMES.length];
    for (int i = 0; i < TIMES.length; i++) {
      gather(block, TIMES[i].column().number(), order, from, values);
      bounds(values, i, least, greatest);
    }
    OrderKey first = block.key(order[from]);
    OrderKey last = block.key(order[from + rows - 1]);
    return new PackedSegment(
        new SegmentHeader(rows, first, last, columns, least, greatest, textBytes), contents);
  }

  /** Returns the bytes of a dictionary, if there is one. */
  private static int packColumn(
      OrderBlock block, int column, long[] values, long[] paidAt, ByteWriter out) {
    if (column == OrderColumn.ORDER_ID.number()) {
      PackedTexts.packSorted(block, values, values.length, out);
      return 0;
    }
    if (OrderBlock.holdsTokens(column)) {
      return PackedTexts.pack(block, values, values.length, out);
    }
    if (column == OrderColumn.LINE.number()) {
      PackedLongs.packLine(values, values.length, out);
      return 0;
    }
    if (isRelative(column)) {
      relate(values, paidAt);
    }
    PackedLongs.pack(values, values.length, out);
    return 0;
  }

  /** Whether a time is kept as its distance from the payment. */
  static boolean isRelative(int column) {
    return column == OrderColumn.SHIPPED_AT.number()
        || column == OrderColumn.COMPLETED_AT.number()
        || column == OrderColumn.REFUNDED_AT.number();
  }

  private static long[] gather(OrderBlock block, int column, int[] order, int from, long[] out) {
    long[] values = block.values(column);
    for (int i = 0; i < out.length; i++) {
      out[i] = values[order[from + i]];
    }
    return out;
  }

  private static void bounds(long[] values, int place, long[] least, long[] greatest) {
    least[place] = OrderRow.ABSENT;
    greatest[place] = OrderRow.ABSENT;
    for (long value : values) {
      if (value != OrderRow.ABSENT) {
        least[place] = least[place] == OrderRow.ABSENT ? value : Math.min(least[place], value);
        greatest[place] = Math.max(greatest[place], value);
      }
    }
  }

  private static boolean isAbsent(long[] values) {
    for (long value : values) {
      if (value != OrderRow.ABSENT) {
        return false;
      }
    }
    return true;
  }

  private static void relate(long[] values, long[] paidAt) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] != OrderRow.ABSENT && paidAt[i] != OrderRow.ABSENT) {
        values[i] -= paidAt[i];
      }
    }
  }
}
