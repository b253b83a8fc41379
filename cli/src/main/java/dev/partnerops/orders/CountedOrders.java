package dev.partnerops.orders;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The orders behind one number of one entity: exactly those that {@link OrderMeasures} counts,
 * found by the same reach, filters, clocks and sums, streamed in the order of their ids. Holds one
 * segment of each run of segments that overlap. Read once.
 */
public final class CountedOrders implements Iterator<CountedOrder>, AutoCloseable {

  private static final OrderStatus[] STATUSES = OrderStatus.values();

  private final OrderSnapshot snapshot;
  private final MeasurePlan plan;
  private final MeasureColumn column;
  private final MeasureScope scope;
  private final List<OrderSum> sums;
  private final @Nullable DistinctKind distinct;
  private final Set<String> seen = new HashSet<>();
  private final List<Run> runs = new ArrayList<>();

  private CountedOrders(OrderSnapshot snapshot, MeasureRequest request) {
    this.snapshot = snapshot;
    this.plan = new MeasurePlan(request, snapshot);
    this.column = request.columns().getFirst();
    this.scope = plan.scope(0);
    this.sums = MeasureFormula.sums(column);
    this.distinct = MeasureFormula.findDistinct(column.measure()).orElse(null);
    List<StoredSegment> segments =
        snapshot.segments().stream().filter(each -> scope.mayHold(each.header())).toList();
    for (List<StoredSegment> ascending : AscendingRuns.of(segments)) {
      Run run = new Run(ascending);
      if (run.next()) {
        runs.add(run);
      }
    }
  }

  /**
   * Opens the orders of a request for one column of one entity.
   *
   * @throws IllegalArgumentException where the request is for more
   */
  public static CountedOrders open(Connection connection, MeasureRequest request) {
    if (request.columns().size() != 1 || request.grouping().entities() != 1) {
      throw new IllegalArgumentException("one number of one entity");
    }
    OrderSnapshot snapshot = OrderSnapshot.open(connection, request.batch());
    try {
      return new CountedOrders(snapshot, request);
    } catch (RuntimeException e) {
      snapshot.close();
      throw e;
    }
  }

  @Override
  public boolean hasNext() {
    return !runs.isEmpty();
  }

  @Override
  public CountedOrder next() {
    Run least = null;
    for (Run run : runs) {
      if (least == null || run.key().compareTo(least.key()) < 0) {
        least = run;
      }
    }
    if (least == null) {
      throw new NoSuchElementException();
    }
    CountedOrder order = least.order();
    if (!least.next()) {
      runs.remove(least);
    }
    return order;
  }

  @Override
  public void close() {
    snapshot.close();
  }

  /** Segments that ascend, one at a time, at a row that counts. */
  private final class Run {

    private final List<StoredSegment> segments;
    private final SegmentScan scan;
    private final Selection selection = new Selection();
    private final long[][] byRow = new long[2][];
    private long[] batches = {};
    private int segment = -1;
    private int at;
    private @Nullable OrderKey key;

    Run(List<StoredSegment> segments) {
      this.segments = segments;
      this.scan = new SegmentScan(plan, snapshot, segments.getFirst());
    }

    /** Steps to the next row that counts; false at the end. */
    boolean next() {
      at++;
      while (true) {
        while (segment < 0 || at >= selection.count) {
          if (++segment == segments.size()) {
            return false;
          }
          open();
        }
        if (counts(selection.rows[at])) {
          key = keyOf(selection.rows[at]);
          return true;
        }
        at++;
      }
    }

    private void open() {
      scan.open(segments.get(segment));
      scan.select(scope, selection);
      batches = new long[0];
      at = 0;
      for (int i = 0; i < sums.size(); i++) {
        byRow[i] = scan.byRow(sums.get(i)).clone();
      }
    }

    /** An order without a rating is not part of an average, nor one whose deadline is to come. */
    private boolean counts(int row) {
      return !column.measure().isQuotient() || byRow[0][row] != 0 || byRow[1][row] != 0;
    }

    OrderKey key() {
      OrderKey present = key;
      if (present == null) {
        throw new IllegalStateException("not at a row");
      }
      return present;
    }

    private OrderKey keyOf(int row) {
      long token = values(OrderColumn.ORDER_ID)[row];
      return token >= 0
          ? OrderKey.ofNumber(token)
          : OrderKey.ofText(scan.columns().texts().toBytes((int) (-1 - token)));
    }

    CountedOrder order() {
      int row = selection.rows[at];
      long status = values(OrderColumn.STATUS)[row];
      return new CountedOrder(
          text(OrderColumn.ORDER_ID, row),
          values(OrderColumn.PAID_AT)[row],
          id(OrderColumn.MERCHANT_ID, row),
          id(OrderColumn.PROMOTER_ID, row),
          values(OrderColumn.AMOUNT)[row],
          scan.byRow(OrderSum.of(OrderSum.Kind.REFUND))[row],
          status == OrderRow.ABSENT ? null : STATUSES[(int) status],
          counted(row),
          column.measure().isQuotient() ? byRow[1][row] : 0,
          batch(row),
          values(OrderColumn.LINE)[row]);
    }

    private long counted(int row) {
      if (distinct != null) {
        String id = distinctId(distinct, row);
        return !id.isEmpty() && seen.add(id) ? 1 : 0;
      }
      return sums.size() == 2 && !column.measure().isQuotient()
          ? Math.subtractExact(byRow[0][row], byRow[1][row])
          : byRow[0][row];
    }

    /** What is counted once; empty where the order has none. */
    private String distinctId(DistinctKind kind, int row) {
      return switch (kind) {
        case DAYS -> Long.toString(plan.days.epochDay(scan.columns().times(column.clock())[row]));
        case BUYERS -> text(OrderColumn.BUYER_ID, row);
        case PROMOTERS, MERCHANTS, SKUS, SESSIONS -> {
          long code = values(kind.column())[row];
          yield code == OrderRow.ABSENT ? "" : Long.toString(code);
        }
      };
    }

    private long[] values(OrderColumn of) {
      return scan.columns().values(of);
    }

    private @Nullable String id(OrderColumn of, int row) {
      long code = values(of)[row];
      return code == OrderRow.ABSENT ? null : plan.ids.pool(of).text((int) code);
    }

    private String text(OrderColumn of, int row) {
      long token = values(of)[row];
      if (token == OrderRow.ABSENT) {
        return "";
      }
      return token >= 0 ? Long.toString(token) : scan.columns().texts().text((int) (-1 - token));
    }

    private long batch(int row) {
      if (batches.length == 0) {
        batches = snapshot.store().batches(segments.get(segment));
      }
      return batches[row];
    }
  }
}
