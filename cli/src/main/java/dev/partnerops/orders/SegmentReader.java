package dev.partnerops.orders;

import java.util.Arrays;

/** Unpacks columns of one segment, each when it is asked for. */
final class SegmentReader {

  private final SegmentHeader header;
  private final ColumnSource source;

  SegmentReader(SegmentHeader header, ColumnSource source) {
    this.header = header;
    this.source = source;
  }

  SegmentHeader header() {
    return header;
  }

  /** All values of a column into the first places of {@code out}; tokens refer to {@code pool}. */
  void decode(int column, TextPool pool, long[] out) {
    if (!header.has(column)) {
      Arrays.fill(out, 0, header.rows(), OrderRow.ABSENT);
      return;
    }
    byte[] content = source.content(column);
    if (OrderBlock.holdsTokens(column)) {
      PackedTexts.decode(content, header.rows(), pool, out);
      return;
    }
    PackedLongs.read(content, 0, header.rows()).decode(out);
    if (PackedSegment.isRelative(column)) {
      addPaidAt(pool, out);
    }
  }

  private void addPaidAt(TextPool pool, long[] out) {
    long[] paidAt = new long[header.rows()];
    decode(OrderColumn.PAID_AT.number(), pool, paidAt);
    addPaidAt(paidAt, header.rows(), out);
  }

  /** Makes distances from the payment times again. */
  static void addPaidAt(long[] paidAt, int rows, long[] out) {
    for (int i = 0; i < rows; i++) {
      if (out[i] != OrderRow.ABSENT && paidAt[i] != OrderRow.ABSENT) {
        out[i] += paidAt[i];
      }
    }
  }

  /** Every column of the block, which is cleared before. */
  void decodeInto(OrderBlock block) {
    block.clear();
    block.resize(header.rows());
    for (int column : block.columns()) {
      decode(column, block.texts, block.values(column));
    }
  }
}
