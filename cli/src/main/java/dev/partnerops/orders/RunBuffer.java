package dev.partnerops.orders;

/** Rows of a batch as they come, until they are sorted. */
final class RunBuffer {

  /** Heap that sorting a row takes beside its values. */
  private static final int SORTING_BYTES = 16;

  /** A run has at least so many rows, or there would be too many runs to merge. */
  private static final int LEAST_ROWS = 65_536;

  private final StoreIds ids;
  private final long memoryBytes;
  private final int rowBytes;
  private OrderBlock block;

  RunBuffer(OrderBlock block, StoreIds ids, long memoryBytes) {
    this.block = block;
    this.ids = ids;
    this.memoryBytes = memoryBytes;
    rowBytes = Long.BYTES * block.columns().length + SORTING_BYTES;
    block.limitGrowth((int) Math.min(Math.max(LEAST_ROWS, memoryBytes / rowBytes), 1 << 28));
  }

  OrderBlock block() {
    return block;
  }

  /** Whether what is here, and the store's ids, fill the memory given. */
  boolean isFull() {
    return block.rows() >= LEAST_ROWS
        && (long) rowBytes * block.rows() + block.texts.memory() + ids.memory() > memoryBytes;
  }

  void clear() {
    block.clear();
  }

  /** Gives the memory back. */
  void release() {
    block = OrderBlock.ofIds();
  }

  /** A column at a time: so ids that lie far apart in memory are looked for together. */
  void add(OrderChunk chunk) {
    OrderBlock source = chunk.block();
    int at = block.rows();
    int rows = source.rows();
    block.resize(at + rows);
    for (int column : block.columns()) {
      long[] to = block.values(column);
      if (StoreIds.codes(column)) {
        ids.pool(column).internAll(chunk.ids(column), to, at);
      } else if (OrderBlock.holdsTokens(column) && source.texts.size() > 0) {
        for (int row = 0; row < rows; row++) {
          to[at + row] = block.translate(source, source.value(column, row));
        }
      } else {
        System.arraycopy(source.values(column), 0, to, at, rows);
      }
    }
  }
}
