package dev.partnerops.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import org.h2.util.DateTimeUtils;
import org.h2.value.Value;
import org.h2.value.ValueBigint;
import org.h2.value.ValueNull;
import org.h2.value.ValueNumeric;
import org.h2.value.ValueTimestampTimeZone;
import org.h2.value.ValueVarchar;
import org.jspecify.annotations.Nullable;

/**
 * One segment for H2; columns are unpacked when first asked for, and never again overwritten: H2
 * may keep rows.
 */
final class SqlSegment {

  private static final ZoneRules SHANGHAI = ZoneId.of("Asia/Shanghai").getRules();
  private static final long DAY_SECONDS = 86_400;
  private static final long NANOS = 1_000_000_000;
  private static final Value[] CHANNELS = channels();
  private static final Value[] STATUSES = statuses();

  private final OrdersTable table;
  private final SqlSnapshots.Snapshot snapshot;
  private final @Nullable StoredSegment segment;
  private final RowBits hidden;
  private final TextPool texts = new TextPool();
  private final long[][] unpacked = new long[OrderColumn.MOST][];
  private @Nullable IdIndex ids;
  private long[] batches = {};

  private SqlSegment(OrdersTable table, SqlSnapshots.Snapshot snapshot) {
    this.table = table;
    this.snapshot = snapshot;
    segment = null;
    hidden = RowBits.NONE;
  }

  SqlSegment(
      OrdersTable table, SqlSnapshots.Snapshot snapshot, StoredSegment segment, boolean history) {
    this.table = table;
    this.snapshot = snapshot;
    this.segment = segment;
    hidden = history ? snapshot.store().absent(segment) : snapshot.store().hidden(segment);
  }

  /** A segment without rows. */
  static SqlSegment none(OrdersTable table, SqlSnapshots.Snapshot snapshot) {
    return new SqlSegment(table, snapshot);
  }

  private static Value[] channels() {
    Value[] words = new Value[OrderChannel.values().length];
    for (OrderChannel channel : OrderChannel.values()) {
      words[channel.number()] = ValueVarchar.get(channel.word());
    }
    return words;
  }

  private static Value[] statuses() {
    Value[] words = new Value[OrderStatus.values().length];
    for (OrderStatus status : OrderStatus.values()) {
      words[status.number()] = ValueVarchar.get(status.word());
    }
    return words;
  }

  int rows() {
    return segment == null ? 0 : segment.header().rows();
  }

  int columns() {
    return table.columnNumbers().length;
  }

  boolean isShown(int row) {
    return hidden.isEmpty() || !hidden.has(row);
  }

  long paidAt(int row) {
    return numbers(OrderColumn.PAID_AT.number())[row];
  }

  /** The row of an order behind a row, or the number of rows. */
  int findNext(int row, String orderId) {
    if (segment == null || row + 1 >= rows()) {
      return rows();
    }
    OrderBlock wanted = OrderBlock.ofIds();
    wanted.resize(1);
    wanted.values(OrderColumn.ORDER_ID)[0] = wanted.token(orderId);
    IdIndex known = ids == null ? new IdIndex(snapshot.store().store().reader(segment)) : ids;
    ids = known;
    int position = row < 0 ? known.lowerBound(0, wanted, 0) : row + 1;
    return known.holds(position, wanted, 0) ? position : rows();
  }

  private long batch(int row) {
    if (batches.length == 0 && segment != null) {
      batches = snapshot.store().store().batches(segment);
    }
    return batches[row];
  }

  private long[] numbers(int column) {
    if (unpacked[column] == null && segment != null) {
      unpacked[column] = new long[rows()];
      snapshot.store().store().reader(segment).decode(column, texts, unpacked[column]);
    }
    return unpacked[column];
  }

  Value value(int place, int row) {
    int column = table.columnNumbers()[place];
    if (column == OrdersTable.BATCH_COLUMN) {
      return ValueBigint.get(batch(row));
    }
    if (column == OrdersTable.OWN_COLUMN) {
      return own(place, row);
    }
    long number = numbers(column)[row];
    if (number == OrderRow.ABSENT) {
      return ValueNull.INSTANCE;
    }
    if (StoreIds.codes(column)) {
      return snapshot.id(column, (int) number);
    }
    return value(table.orderColumn(column), number);
  }

  /** No file has had the column yet: absent everywhere. */
  private Value own(int place, int row) {
    Integer column = snapshot.ownColumn(table.columnName(place));
    long token = column == null ? OrderRow.ABSENT : numbers(column)[row];
    return token == OrderRow.ABSENT ? ValueNull.INSTANCE : table.typed(place, text(token));
  }

  private String text(long token) {
    return token >= 0 ? Long.toString(token) : texts.text((int) (-1 - token));
  }

  private Value value(OrderColumn column, long number) {
    return switch (column) {
      case ORDER_ID, BUYER_ID -> ValueVarchar.get(text(number));
      case CHANNEL -> CHANNELS[(int) number];
      case STATUS -> STATUSES[(int) number];
      case AMOUNT, REFUND_AMOUNT, COMMISSION -> ValueNumeric.get(BigDecimal.valueOf(number, 2));
      case PAID_AT, SHIPPED_AT, COMPLETED_AT, REFUNDED_AT -> time(number);
      case QUANTITY, RATING, LINE, MERCHANT_ID, PROMOTER_ID, LEADER_ID, SKU_ID, SESSION_ID ->
          ValueBigint.get(number);
    };
  }

  private static Value time(long second) {
    int offset = SHANGHAI.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
    long local = second + offset;
    long day = Math.floorDiv(local, DAY_SECONDS);
    return ValueTimestampTimeZone.fromDateValueAndNanos(
        DateTimeUtils.dateValueFromAbsoluteDay(day), (local - day * DAY_SECONDS) * NANOS, offset);
  }
}
