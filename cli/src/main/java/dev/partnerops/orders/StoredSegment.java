package dev.partnerops.orders;

/**
 * A published segment, without its columns.
 *
 * @param batch the batch that wrote its versions; of a folded segment the last that may be in it
 * @param fold the folding that wrote it, 0 where its batch did
 * @param history whether it holds versions that were superseded when it was folded
 */
record StoredSegment(long number, long batch, long fold, boolean history, SegmentHeader header) {

  boolean isFolded() {
    return fold != 0;
  }

  /** What damage is reported by. */
  String place() {
    return "order segment " + number;
  }

  /** What a list of superseded rows is sealed with. */
  static long batchKey(long batch, long segment) {
    return (batch << 36) ^ segment;
  }

  /** What the header is sealed with. */
  static long headKey(long batch, long segment, long fold, boolean history) {
    return batchKey(batch, segment) ^ Long.rotateLeft(fold * 2 + (history ? 1 : 0), 48);
  }

  /** What the superseded rows of many batches are sealed with. */
  static long pairsKey(long fold, long segment) {
    return ~batchKey(fold, segment);
  }

  /** Key of a column's row in {@code base.order_column}. */
  static long columnKey(long segment, int column) {
    return segment * OrderColumn.MOST + column;
  }
}
