package dev.partnerops.orders;

import java.util.List;

/**
 * The sums of one scope; each thread has its own and they are joined at the end. The sums of an
 * entity lie side by side: an order touches all of them.
 */
final class ScopeTotals {

  private final long[] cells;
  final long[] unattributed;
  final long[] overlapping;
  private final List<OrderSum> kinds;

  ScopeTotals(List<OrderSum> kinds, int entities, int roles) {
    this.kinds = kinds;
    cells = new long[Math.multiplyExact(kinds.size(), entities)];
    for (int place = 0; place < kinds.size(); place++) {
      if (kinds.get(place).kind() == OrderSum.Kind.FIRST_PAID) {
        for (int cell = place; cell < cells.length; cell += kinds.size()) {
          cells[cell] = OrderSum.NEVER;
        }
      }
    }
    unattributed = new long[roles];
    overlapping = new long[roles];
  }

  void add(SegmentColumns columns, Selection selection, long asOfEnd) {
    for (int place = 0; place < kinds.size(); place++) {
      kinds
          .get(place)
          .add(columns, selection, asOfEnd, new OrderSum.Cells(cells, kinds.size(), place));
    }
  }

  /** One sum by entity. */
  long[] sums(int place) {
    long[] sums = new long[cells.length / kinds.size()];
    for (int entity = 0; entity < sums.length; entity++) {
      sums[entity] = cells[entity * kinds.size() + place];
    }
    return sums;
  }

  void join(ScopeTotals other) {
    for (int cell = 0; cell < cells.length; cell++) {
      cells[cell] = kinds.get(cell % kinds.size()).join(cells[cell], other.cells[cell]);
    }
    for (int role = 0; role < unattributed.length; role++) {
      unattributed[role] += other.unattributed[role];
      overlapping[role] += other.overlapping[role];
    }
  }
}
