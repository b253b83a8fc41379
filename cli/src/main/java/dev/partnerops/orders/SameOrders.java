package dev.partnerops.orders;

import java.util.function.Consumer;

/**
 * Takes the rows of a batch in the order of ids and settles those of one order (RULES 8): equal
 * ones count once; of unlike ones the last line counts where the caller said so, else all are
 * rejects.
 */
final class SameOrders {

  private final RunMerge rows;
  private final long fileColumns;
  private final boolean lastWins;
  private final BatchTally tally;
  private final Consumer<OrderReject> rejects;
  private final LongList lines = new LongList();

  SameOrders(
      RunMerge rows,
      long fileColumns,
      boolean lastWins,
      BatchTally tally,
      Consumer<OrderReject> rejects) {
    this.rows = rows;
    this.fileColumns = fileColumns;
    this.lastWins = lastWins;
    this.tally = tally;
    this.rejects = rejects;
  }

  /** Fills the empty block with orders of one kind of id; false where none are left. */
  boolean fill(OrderBlock block) {
    boolean text = false;
    while (!rows.isEmpty() && !block.isFullSegment()) {
      SortedRun run = rows.top();
      boolean isText = !run.block().isNumber(run.row());
      if (block.rows() > 0 && isText != text) {
        return true;
      }
      text = isText;
      rows.skip(takeSingle(block, run, rows.span()));
      block.append(run.block(), run.row());
      rows.step();
      if (nextIsSame(block)) {
        settle(block);
      }
    }
    return block.rows() > 0;
  }

  /**
   * Appends orders that stand alone, which are nearly all: rows of one run that come before all
   * other runs', each unlike the next. The last of a span is left, for its twin may come.
   */
  private static int takeSingle(OrderBlock block, SortedRun run, int span) {
    OrderBlock source = run.block();
    int from = run.row();
    int end = from;
    while (end < from + span - 1
        && end - from < OrderBlock.SEGMENT_ROWS - 1 - block.rows()
        && source.isNumber(end + 1) == source.isNumber(from)
        && source.compareKeys(end, source, end + 1) < 0) {
      end++;
    }
    return end == from ? 0 : block.appendSome(source, from, end);
  }

  private boolean nextIsSame(OrderBlock block) {
    return !rows.isEmpty()
        && rows.top().block().compareKeys(rows.top().row(), block, block.rows() - 1) == 0;
  }

  private void settle(OrderBlock block) {
    int kept = block.rows() - 1;
    long[] line = block.values(OrderColumn.LINE);
    lines.clear();
    lines.add(line[kept]);
    long fen = fen(block, kept);
    boolean equal = true;
    while (nextIsSame(block)) {
      block.append(rows.top().block(), rows.top().row());
      rows.step();
      line = block.values(OrderColumn.LINE);
      lines.add(line[kept + 1]);
      fen = Math.addExact(fen, fen(block, kept + 1));
      equal &= block.sameValues(kept, kept + 1, fileColumns);
      if (line[kept + 1] > line[kept] == lastWins) {
        block.move(kept + 1, kept);
      }
      block.resize(kept + 1);
    }
    if (equal || lastWins) {
      tally.count(
          BatchTally.Fate.UNCHANGED, lines.size() - 1L, Math.subtractExact(fen, fen(block, kept)));
      return;
    }
    tally.count(BatchTally.Fate.REJECTED, lines.size(), fen);
    rejectAll(block.key(kept).toString());
    block.resize(kept);
  }

  private void rejectAll(String orderId) {
    for (int i = 0; i < lines.size(); i++) {
      rejects.accept(new OrderReject.SameOrder(lines.get(i), lines.get(i == 0 ? 1 : 0), orderId));
    }
  }

  static long fen(OrderBlock block, int row) {
    long fen = block.values(OrderColumn.AMOUNT)[row];
    return fen == OrderRow.ABSENT ? 0 : fen;
  }
}
