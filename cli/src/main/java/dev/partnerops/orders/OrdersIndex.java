package dev.partnerops.orders;

import dev.partnerops.store.ReadOnlyIndex;
import java.util.Optional;
import org.h2.engine.SessionLocal;
import org.h2.index.Cursor;
import org.h2.index.IndexCondition;
import org.h2.result.SearchRow;
import org.h2.table.IndexColumn;
import org.h2.util.DateTimeUtils;
import org.h2.value.Value;
import org.h2.value.ValueNull;
import org.h2.value.ValueTimestampTimeZone;
import org.jspecify.annotations.Nullable;

/**
 * A way into the orders: all of them, those paid in a span, or one by its id. Nothing is stored for
 * it.
 */
final class OrdersIndex extends ReadOnlyIndex {

  /** What limits the reading. */
  enum Lookup {
    SCAN,
    PAID_AT,
    ORDER_ID;

    static Optional<Lookup> find(String column) {
      if (column.equals(OrderColumn.PAID_AT.word())) {
        return Optional.of(PAID_AT);
      }
      return column.equals(OrderColumn.ORDER_ID.word()) ? Optional.of(ORDER_ID) : Optional.empty();
    }
  }

  private static final long ROW_COST = 10;

  /** A span of payment times is worth more than no limit, and less than an order's id. */
  private static final long SPAN_ROW_COST = 3;

  private static final long ONE_ORDER_COST = 200;

  private final OrdersTable orders;
  private final Lookup lookup;

  OrdersIndex(OrdersTable table, Lookup lookup, IndexColumn[] columns) {
    super(table, lookup.toString(), columns, lookup == Lookup.SCAN);
    orders = table;
    this.lookup = lookup;
  }

  @Override
  public Cursor find(SessionLocal session, SearchRow first, SearchRow last, boolean reverse) {
    SqlSnapshots.Snapshot snapshot = orders.snapshot(session);
    boolean history = orders.isHistory();
    return switch (lookup) {
      case SCAN -> OrdersCursor.all(orders, snapshot, history);
      case PAID_AT ->
          OrdersCursor.paid(
              orders,
              snapshot,
              history,
              second(first, Long.MIN_VALUE),
              second(last, Long.MAX_VALUE));
      case ORDER_ID -> {
        String from = text(first);
        yield from != null && from.equals(text(last))
            ? OrdersCursor.one(orders, snapshot, history, from)
            : OrdersCursor.all(orders, snapshot, history);
      }
    };
  }

  private long second(SearchRow bound, long open) {
    Value value = bound == null ? ValueNull.INSTANCE : bound.getValue(columnIds[0]);
    if (value.getValueType() == Value.NULL) {
      return open;
    }
    ValueTimestampTimeZone time =
        (ValueTimestampTimeZone) value.convertTo(columns[0].getType(), orders.provider());
    return DateTimeUtils.getEpochSeconds(
        time.getDateValue(), time.getTimeNanos(), time.getTimeZoneOffsetSeconds());
  }

  private @Nullable String text(SearchRow bound) {
    return bound == null ? null : bound.getValue(columnIds[0]).getString();
  }

  @Override
  protected long cost(SessionLocal session, int mask) {
    long rows = orders.getRowCountApproximation(session) + ONE_ORDER_COST;
    long everything = ROW_COST * rows;
    if (mask == 0) {
      return lookup == Lookup.SCAN ? everything : everything * 2;
    }
    if (lookup == Lookup.ORDER_ID) {
      return (mask & IndexCondition.EQUALITY) != 0 ? ONE_ORDER_COST : everything * 2;
    }
    return SPAN_ROW_COST * rows;
  }
}
