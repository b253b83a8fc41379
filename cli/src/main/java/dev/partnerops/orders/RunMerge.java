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
