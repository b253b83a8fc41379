package dev.partnerops.orders;

import java.util.ArrayList;
import java.util.TreeSet;

/** Counts what becomes of the rows of a batch. */
final class BatchTally {

  /** What may become of a row. */
  enum Fate {
    INSERTED(0),
    AMENDED(1),
    UNCHANGED(2),
    REJECTED(3);

    private final int place;

    Fate(int place) {
      this.place = place;
    }
  }

  private final long[] rows = new long[Fate.values().length];
  private final long[] fen = new long[Fate.values().length];
  private final TreeSet<Long> buildsOn = new TreeSet<>();
  private long leastPaidAt = OrderRow.ABSENT;
  private long greatestPaidAt = OrderRow.ABSENT;

  void count(Fate fate, long moreRows, long moreFen) {
    rows[fate.place] += moreRows;
    fen[fate.place] = Math.addExact(fen[fate.place], moreFen);
  }

  void buildOn(long batch) {
    buildsOn.add(batch);
  }

  void written(long paidAt) {
    leastPaidAt = leastPaidAt == OrderRow.ABSENT ? paidAt : Math.min(leastPaidAt, paidAt);
    greatestPaidAt = Math.max(greatestPaidAt, paidAt);
  }

  OrderBatchResult result() {
    return new OrderBatchResult(
        tally(Fate.INSERTED),
        tally(Fate.AMENDED),
        tally(Fate.UNCHANGED),
        tally(Fate.REJECTED),
        leastPaidAt,
        greatestPaidAt,
        new ArrayList<>(buildsOn));
  }

  private OrderBatchResult.Tally tally(Fate fate) {
    return new OrderBatchResult.Tally(rows[fate.place], fen[fate.place]);
  }
}
