package dev.partnerops.orders;

import java.util.List;

/**
 * What became of the rows added: each is one of inserted, amended, unchanged, rejected, and the
 * amounts are those of the rows added, so that both add up to the file (SPEC section 2).
 *
 * @param leastPaidAt and {@code greatestPaidAt}: epoch seconds over the versions written, {@link
 *     OrderRow#ABSENT} where none was
 * @param buildsOn batches whose versions of orders this one found, ascending; written to {@code
 *     base.batch_builds_on}
 */
public record OrderBatchResult(
    Tally inserted,
    Tally amended,
    Tally unchanged,
    Tally rejected,
    long leastPaidAt,
    long greatestPaidAt,
    List<Long> buildsOn) {

  /** Rows and the sum of their amounts in fen; an absent amount adds nothing. */
  public record Tally(long rows, long fen) {}

  public OrderBatchResult {
    buildsOn = List.copyOf(buildsOn);
  }

  public long rows() {
    return inserted.rows() + amended.rows() + unchanged.rows() + rejected.rows();
  }
}
