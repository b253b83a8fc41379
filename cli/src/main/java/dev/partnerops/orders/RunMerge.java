package dev.partnerops.orders;

import java.util.Collection;

/** Sorted runs as one: steps through their rows in the order of ids. */
final class RunMerge {

  private final SortedRun[] heap;
  private int size;

  RunMerge(Collection<? extends SortedRun> runs) {
    heap = new SortedRun[runs.size()];
    for (SortedRun run : runs) {
      if (run.next()) {
        heap[size++] = run;
      }
    }
    for (int i = size / 2 - 1; i >= 0; i--) {
      sink(i);
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The run that stands at the next row. */
  SortedRun top() {
    return heap[0];
  }

  void step() {
    if (!heap[0].next()) {
      heap[0] = heap[--size];
    }
    sink(0);
  }

  /** How many rows of the top's block come before every other run's; 0 where its own may not. */
  int span() {
    SortedRun top = heap[0];
    int from = top.row();
    int to = from + top.ahead();
    for (int i = 1; i < Math.min(size, 3); i++) {
      to = lowerBound(top.block(), from, to, heap[i]);
    }
    return to - from;
  }

  private static int lowerBound(OrderBlock block, int from, int to, SortedRun other) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (block.compareKeys(middle, other.block(), other.row()) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Steps over rows of the top, fewer than its {@link #span}: it stays the top. */
  void skip(int rows) {
    heap[0].skip(rows);
  }

  private void sink(int from) {
    int at = from;
    while (2 * at + 1 < size) {
      int least = 2 * at + 1;
      if (least + 1 < size && isBefore(heap[least + 1], heap[least])) {
        least++;
      }
      if (!isBefore(heap[least], heap[at])) {
        return;
      }
      SortedRun moved = heap[at];
      heap[at] = heap[least];
      heap[least] = moved;
      at = least;
    }
  }

  private static boolean isBefore(SortedRun left, SortedRun right) {
    return left.block().compareKeys(left.row(), right.block(), right.row()) < 0;
  }
}
