package dev.partnerops.orders;

/** Where one segment ends and the next begins. */
final class SegmentCut {

  private SegmentCut() {}

  /**
   * How many rows from a place on fit one segment: of one kind of id, within its rows and texts.
   */
  static int rows(OrderBlock block, int[] order, int from) {
    boolean text = block.values(OrderColumn.ORDER_ID)[order[from]] < 0;
    int most = Math.min(order.length - from, OrderBlock.SEGMENT_ROWS);
    if (!text && block.texts.size() == 0) {
      return most;
    }
    long bytes = 0;
    for (int i = 0; i < most; i++) {
      int row = order[from + i];
      if (block.values(OrderColumn.ORDER_ID)[row] < 0 != text
          || bytes > OrderBlock.SEGMENT_TEXT_BYTES) {
        return i;
      }
      for (int column : block.columns()) {
        if (OrderBlock.holdsTokens(column)) {
          bytes += textBytes(block, block.value(column, row));
        }
      }
    }
    return most;
  }

  private static int textBytes(OrderBlock block, long token) {
    return token >= 0 || token == OrderRow.ABSENT ? 0 : block.texts.length((int) (-1 - token));
  }
}
