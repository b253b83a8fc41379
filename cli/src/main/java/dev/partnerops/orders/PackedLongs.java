package dev.partnerops.orders;

import java.util.Arrays;

/**
 * Numbers of one column packed on whole bytes; {@link OrderRow#ABSENT} is a value like others.
 * Reading needs eight readable bytes behind the end, which {@link Sealed} gives.
 *
 * <ul>
 *   <li>constant: one value for all
 *   <li>frame: least value, then each value's distance from it; absent is the distance above the
 *       greatest
 *   <li>sparse: a bitmap of the present ones, then their frame
 *   <li>line: a straight line through first and last, then the frame of the distances from it
 *   <li>steps: the first value, then the frame of the steps; no single value can be read
 * </ul>
 */
final class PackedLongs {

  private static final int CONSTANT = 0;
  private static final int FRAME = 1;
  private static final int SPARSE = 2;
  private static final int LINE = 3;
  private static final int STEPS = 4;

  private final byte[] bytes;
  private final int rows;
  private final int mode;
  private final int end;
  private int width;
  private long mask;
  private long first;
  private long slope;
  private long absentCode;
  private int data;
  private PackedLongs inner = this;

  private PackedLongs(byte[] bytes, int offset, int rows) {
    this.bytes = bytes;
    this.rows = rows;
    mode = bytes[offset];
    switch (mode) {
      case CONSTANT -> {
        first = longAt(offset + 1);
        end = offset + 9;
      }
      case FRAME -> {
        width = bytes[offset + 1];
        mask = width == 8 ? -1 : (1L << (8 * width)) - 1;
        first = longAt(offset + 2);
        absentCode = longAt(offset + 10);
        data = offset + 18;
        end = data + width * rows;
      }
      case SPARSE -> {
        int present = (int) ByteWriter.INT.get(bytes, offset + 1);
        data = offset + 5;
        inner = new PackedLongs(bytes, data + (rows + 7) / 8, present);
        end = inner.end;
      }
      case LINE -> {
        first = longAt(offset + 1);
        slope = longAt(offset + 9);
        inner = new PackedLongs(bytes, offset + 17, rows);
        end = inner.end;
      }
      case STEPS -> {
        first = longAt(offset + 1);
        inner = new PackedLongs(bytes, offset + 9, rows - 1);
        end = inner.end;
      }
      default -> throw new IllegalStateException("packed form " + mode);
    }
  }

  static PackedLongs read(byte[] bytes, int offset, int rows) {
    return new PackedLongs(bytes, offset, rows);
  }

  /** Any values, each of which can be read alone. */
  static void pack(long[] values, int rows, ByteWriter out) {
    Range range = Range.of(values, rows);
    if (range.isConstant(rows)) {
      packConstant(rows == 0 ? OrderRow.ABSENT : values[0], out);
      return;
    }
    int absent = rows - range.present;
    long framed = (long) range.width(absent > 0) * rows;
    long sparse = (long) range.width(false) * range.present + (rows + 7) / 8 + 23;
    if (absent > 0 && sparse < framed) {
      packSparse(values, rows, range.present, out);
    } else {
      packFrame(values, rows, range, out);
    }
  }

  /** Values near a straight line, none absent: lines of a file, numbers that count up. */
  static void packLine(long[] values, int rows, ByteWriter out) {
    long slope = rows < 2 ? 0 : (values[rows - 1] - values[0]) / (rows - 1);
    long[] distances = new long[rows];
    for (int i = 0; i < rows; i++) {
      distances[i] = values[i] - values[0] - slope * i;
    }
    Range straight = Range.of(distances, rows);
    if (straight.width(false) < Range.of(values, rows).width(false)) {
      out.putByte(LINE);
      out.putLong(values[0]);
      out.putLong(slope);
      pack(distances, rows, out);
    } else {
      pack(values, rows, out);
    }
  }

  /** Ascending values, read all at once. */
  static void packAscending(long[] values, int rows, ByteWriter out) {
    if (rows < 2) {
      pack(values, rows, out);
      return;
    }
    long[] steps = new long[rows - 1];
    for (int i = 1; i < rows; i++) {
      steps[i - 1] = values[i] - values[i - 1];
    }
    out.putByte(STEPS);
    out.putLong(values[0]);
    pack(steps, rows - 1, out);
  }

  private static void packConstant(long value, ByteWriter out) {
    out.putByte(CONSTANT);
    out.putLong(value);
  }

  private static void packFrame(long[] values, int rows, Range range, ByteWriter out) {
    int width = range.width(range.present < rows);
    long absentCode = range.greatest - range.least + 1;
    out.putByte(FRAME);
    out.putByte(width);
    out.putLong(range.least);
    out.putLong(absentCode);
    out.putFrame(values, rows, range.least, absentCode, width);
  }

  private static void packSparse(long[] values, int rows, int present, ByteWriter out) {
    byte[] bitmap = new byte[(rows + 7) / 8];
    long[] dense = new long[present];
    int count = 0;
    for (int i = 0; i < rows; i++) {
      if (values[i] != OrderRow.ABSENT) {
        bitmap[i >> 3] |= (byte) (1 << (i & 7));
        dense[count++] = values[i];
      }
    }
    out.putByte(SPARSE);
    out.putInt(present);
    out.putBytes(bitmap, 0, bitmap.length);
    pack(dense, present, out);
  }

  /** First byte behind this column. */
  int end() {
    return end;
  }

  /** One value; a column of steps has none to give. */
  long get(int row) {
    return switch (mode) {
      case CONSTANT -> first;
      case FRAME -> {
        long code = longAt(data + row * width) & mask;
        yield code == absentCode ? OrderRow.ABSENT : first + code;
      }
      case SPARSE ->
          ((bytes[data + (row >> 3)] >> (row & 7)) & 1) == 0
              ? OrderRow.ABSENT
              : inner.get(rank(row));
      case LINE -> first + slope * row + inner.get(row);
      default -> throw new IllegalStateException("steps have no single values");
    };
  }

  private int rank(int row) {
    int rank = Integer.bitCount(bytes[data + (row >> 3)] & ((1 << (row & 7)) - 1));
    for (int i = 0; i < row >> 3; i++) {
      rank += Integer.bitCount(bytes[data + i] & 0xff);
    }
    return rank;
  }

  /** All values into the first places of {@code out}. */
  void decode(long[] out) {
    switch (mode) {
      case CONSTANT -> Arrays.fill(out, 0, rows, first);
      case FRAME -> decodeFrame(out);
      case SPARSE -> decodeSparse(out);
      case LINE -> {
        inner.decode(out);
        for (int i = 0; i < rows; i++) {
          out[i] += first + slope * i;
        }
      }
      default -> {
        inner.decode(out);
        long value = first;
        for (int i = 0; i < rows; i++) {
          long step = out[i];
          out[i] = value;
          value += step;
        }
      }
    }
  }

  /**
   * Every measure begins here, and most run under the first compiler: so a plain loop for each of
   * the narrow widths, and a second one for what is absent.
   */
  private void decodeFrame(long[] out) {
    byte[] from = bytes;
    long least = first;
    int at = data;
    switch (width) {
      case 1 -> {
        for (int i = 0; i < rows; i++) {
          out[i] = least + (from[at + i] & 0xff);
        }
      }
      case 2 -> {
        for (int i = 0; i < rows; i++, at += 2) {
          out[i] = least + ((from[at] & 0xff) | (from[at + 1] & 0xff) << 8);
        }
      }
      case 3 -> {
        for (int i = 0; i < rows; i++, at += 3) {
          int code = (from[at] & 0xff) | (from[at + 1] & 0xff) << 8 | (from[at + 2] & 0xff) << 16;
          out[i] = least + code;
        }
      }
      default -> {
        for (int i = 0; i < rows; i++, at += width) {
          out[i] = least + (longAt(at) & mask);
        }
      }
    }
    if (Long.compareUnsigned(absentCode, mask) <= 0) {
      long absent = least + absentCode;
      for (int i = 0; i < rows; i++) {
        if (out[i] == absent) {
          out[i] = OrderRow.ABSENT;
        }
      }
    }
  }

  /** From the last present value down: each moves to its place, never over one still to move. */
  private void decodeSparse(long[] out) {
    inner.decode(out);
    int next = inner.rows;
    int end = rows;
    for (int at = (rows - 1) >> 3; at >= 0; at--) {
      for (int bits = bytes[data + at] & 0xff; bits != 0; bits &= ~Integer.highestOneBit(bits)) {
        int row = at * Byte.SIZE + Integer.SIZE - 1 - Integer.numberOfLeadingZeros(bits);
        long value = out[--next];
        Arrays.fill(out, row + 1, end, OrderRow.ABSENT);
        out[row] = value;
        end = row;
      }
    }
    Arrays.fill(out, 0, end, OrderRow.ABSENT);
  }

  private long longAt(int offset) {
    return (long) ByteWriter.LONG.get(bytes, offset);
  }

  /** Least and greatest of the present values. */
  private record Range(long least, long greatest, int present) {

    static Range of(long[] values, int rows) {
      long least = Long.MAX_VALUE;
      long greatest = Long.MIN_VALUE;
      int present = 0;
      for (int i = 0; i < rows; i++) {
        long value = values[i];
        if (value != OrderRow.ABSENT) {
          present++;
          least = Math.min(least, value);
          greatest = Math.max(greatest, value);
        }
      }
      return new Range(least, greatest, present);
    }

    boolean isConstant(int rows) {
      return present == 0 || (present == rows && least == greatest);
    }

    int width(boolean withAbsent) {
      long greatestCode = greatest - least + (withAbsent ? 1 : 0);
      return Math.max(1, (71 - Long.numberOfLeadingZeros(greatestCode)) / 8);
    }
  }
}
