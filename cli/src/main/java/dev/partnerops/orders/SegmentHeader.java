package dev.partnerops.orders;

import java.util.Arrays;

/**
 * What a reader knows of a segment before it reads a column.
 *
 * @param columns bit of each column that has a value at all
 * @param leastTimes and {@code greatestTimes}: of paid, shipped, completed and refunded at; absent
 *     where no row has one
 * @param textBytes length of the buyers' dictionary, 0 where buyers are numbers
 */
@SuppressWarnings("ArrayRecordComponent") // carries bytes, is never compared
record SegmentHeader(
    int rows,
    OrderKey least,
    OrderKey greatest,
    long columns,
    long[] leastTimes,
    long[] greatestTimes,
    int textBytes) {

  private static final int TIMES = OrderClock.values().length;

  boolean has(int column) {
    return ((columns >>> column) & 1) != 0;
  }

  boolean isText() {
    return least.isText();
  }

  boolean overlaps(OrderKey from, OrderKey to) {
    return least.compareTo(to) <= 0 && greatest.compareTo(from) >= 0;
  }

  /** Whether a row may have its time of that clock in from ≤ t < to. */
  boolean mayHold(OrderClock clock, long from, long to) {
    int place = clock.place();
    return leastTimes[place] != OrderRow.ABSENT
        && leastTimes[place] < to
        && greatestTimes[place] >= from;
  }

  void write(ByteWriter out) {
    out.putInt(rows);
    out.putLong(columns);
    writeKey(least, out);
    writeKey(greatest, out);
    for (int i = 0; i < TIMES; i++) {
      out.putLong(leastTimes[i]);
      out.putLong(greatestTimes[i]);
    }
    out.putInt(textBytes);
  }

  private static void writeKey(OrderKey key, ByteWriter out) {
    out.putLong(key.number());
    out.putInt(key.text().length);
    out.putBytes(key.text(), 0, key.text().length);
  }

  static SegmentHeader read(byte[] bytes) {
    Reader reader = new Reader(bytes);
    int rows = reader.nextInt();
    long columns = reader.nextLong();
    OrderKey least = reader.nextKey();
    OrderKey greatest = reader.nextKey();
    long[] leastTimes = new long[TIMES];
    long[] greatestTimes = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      leastTimes[i] = reader.nextLong();
      greatestTimes[i] = reader.nextLong();
    }
    return new SegmentHeader(
        rows, least, greatest, columns, leastTimes, greatestTimes, reader.nextInt());
  }

  /** Reads forward. */
  private static final class Reader {
    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    int nextInt() {
      at += 4;
      return (int) ByteWriter.INT.get(bytes, at - 4);
    }

    long nextLong() {
      at += 8;
      return (long) ByteWriter.LONG.get(bytes, at - 8);
    }

    OrderKey nextKey() {
      long number = nextLong();
      int length = nextInt();
      at += length;
      return number >= 0
          ? OrderKey.ofNumber(number)
          : OrderKey.ofText(Arrays.copyOfRange(bytes, at - length, at));
    }
  }
}
