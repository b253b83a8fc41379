package dev.partnerops.orders;

/** A published segment, without its columns. */
record StoredSegment(long number, long batch, SegmentHeader header) {

  /** What damage is reported by. */
  String place() {
    return "order segment " + number;
  }

  /** What the header or a list of superseded rows is sealed with. */
  static long batchKey(long batch, long segment) {
    return (batch << 36) ^ segment;
  }

  /** Key of a column's row in {@code base.order_column}. */
  static long columnKey(long segment, int column) {
    return segment * OrderColumn.MOST + column;
  }
}
