package dev.partnerops.orders;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Segments packed on other threads while the caller's goes on, taken on the caller's in the order
 * they were given. Some are under way at most, so memory stays small.
 */
final class PackedAhead {

  private final Workers workers;
  private final Consumer<PackedSegment> taker;
  private final Queue<Future<PackedSegment>> underWay = new ArrayDeque<>();

  PackedAhead(Workers workers, Consumer<PackedSegment> taker) {
    this.workers = workers;
    this.taker = taker;
  }

  void add(Supplier<PackedSegment> packing) {
    underWay.add(workers.submit(packing));
    if (underWay.size() > workers.threads() + 1) {
      taker.accept(Workers.result(underWay.remove()));
    }
  }

  void finish() {
    while (!underWay.isEmpty()) {
      taker.accept(Workers.result(underWay.remove()));
    }
  }
}
