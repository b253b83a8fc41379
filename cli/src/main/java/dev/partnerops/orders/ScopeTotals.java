package dev.partnerops.orders;

import java.util.List;

/**
 * The sums of one scope; each thread has its own and they are joined at the end. The sums of an
 * entity lie side by side: an order touches all of them at once, far from those of the order
 * before.
 */
final class ScopeTotals {

  /** The cells of so many orders fit the nearest cache. */
  private static final int ROWS_AT_ONCE = 128;

  private final long[] cells;
  final long[] unattributed;
  final long[] overlapping;
  private final List<OrderSum> kinds;
  private final int[] starts = new int[ROWS_AT_ONCE];

  ScopeTotals(List<OrderSum> kinds, int entities, int roles) {
    this.kinds = kinds;
    cells = new long[Math.multiplyExact(kinds.size(), entities)];
    for (int place = 0; place < kinds.size(); place++) {
      if (!kinds.get(place).isAdded()) {
        for (int cell = place; cell < cells.length; cell += kinds.size()) {
          cells[cell] = OrderSum.NEVER;
        }
      }
    }
    unattributed = new long[roles];
    overlapping = new long[roles];
  }

  /** Takes what the selected rows bring, some rows at a time: their cells stay near. */
  void add(SegmentScan scan, Selection selection) {
    long[][] byRow = new long[kinds.size()][];
    for (int place = 0; place < byRow.length; place++) {
      byRow[place] = scan.byRow(kinds.get(place));
    }
    for (int from = 0; from < selection.count; from += ROWS_AT_ONCE) {
      int to = Math.min(from + ROWS_AT_ONCE, selection.count);
      for (int i = from; i < to; i++) {
        starts[i - from] = selection.entities[i] * kinds.size();
      }
      for (int place = 0; place < byRow.length; place++) {
        if (kinds.get(place).isAdded()) {
          add(byRow[place], selection.rows, from, to, place);
        } else {
          keepLeast(byRow[place], selection.rows, from, to, place);
        }
      }
    }
  }

  private void add(long[] byRow, int[] rows, int from, int to, int place) {
    long[] all = cells;
    int[] startOf = starts;
    long overflow = 0;
    for (int i = from; i < to; i++) {
      int cell = startOf[i - from] + place;
      long had = all[cell];
      long more = byRow[rows[i]];
      long sum = had + more;
      overflow |= (had ^ sum) & (more ^ sum);
      all[cell] = sum;
    }
    if (overflow < 0) {
      throw new ArithmeticException("a sum of orders does not fit a long");
    }
  }

  private void keepLeast(long[] byRow, int[] rows, int from, int to, int place) {
    for (int i = from; i < to; i++) {
      int cell = starts[i - from] + place;
      cells[cell] = Math.min(cells[cell], byRow[rows[i]]);
    }
  }

  /** One sum by entity. */
  long[] sums(int place) {
    long[] found = new long[cells.length / kinds.size()];
    for (int entity = 0; entity < found.length; entity++) {
      found[entity] = cells[entity * kinds.size() + place];
    }
    return found;
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
