package dev.partnerops.orders;

/** A block that never left memory, by its order. */
final class MemoryRun implements SortedRun {

  private final OrderBlock block;
  private final int[] order;
  private int at = -1;

  MemoryRun(OrderBlock block) {
    this.block = block;
    order = RowOrder.of(block);
  }

  @Override
  public boolean next() {
    return ++at < order.length;
  }

  @Override
  public OrderBlock block() {
    return block;
  }

  @Override
  public int row() {
    return order[at];
  }
}
