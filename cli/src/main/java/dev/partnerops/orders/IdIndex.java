package dev.partnerops.orders;

/** The order ids of a stored segment, unpacked to search in. */
final class IdIndex {

  private final OrderBlock ids = OrderBlock.ofIds();

  IdIndex(SegmentReader segment) {
    ids.resize(segment.header().rows());
    segment.decode(OrderColumn.ORDER_ID.number(), ids.texts, ids.values(OrderColumn.ORDER_ID));
  }

  /** First position at or behind {@code from} whose id is not below the row's. */
  int lowerBound(int from, OrderBlock block, int row) {
    int reach = 1;
    int low = from;
    while (low + reach < ids.rows() && ids.compareKeys(low + reach, block, row) < 0) {
      low += reach;
      reach *= 2;
    }
    int high = Math.min(ids.rows(), low + reach + 1);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ids.compareKeys(middle, block, row) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Whether the position is of the row's id; superseded versions of an order may stand together.
   */
  boolean holds(int position, OrderBlock block, int row) {
    return position < ids.rows() && ids.compareKeys(position, block, row) == 0;
  }
}
