package dev.partnerops.auditing;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.model.DayRange;
import dev.partnerops.model.Money;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The orders paid on some days, one by one through SQL: another way to them than that of the
 * measures, which are checked by it.
 */
final class PaidOrdersStore {

  private static final Field<BigDecimal> AMOUNT =
      DSL.field(DSL.name("AMOUNT"), SQLDataType.DECIMAL(18, 2));
  private static final Field<OffsetDateTime> PAID_AT =
      DSL.field(DSL.name("PAID_AT"), SQLDataType.TIMESTAMPWITHTIMEZONE);
  private static final int ROWS_AT_ONCE = 10_000;

  private final DSLContext sql;
  private final List<String> own = new ArrayList<>();

  /**
   * Over an open store.
   *
   * @param orders the data set with the columns that the workspace adds
   */
  PaidOrdersStore(DSLContext sql, DataSet orders) {
    this.sql = sql;
    for (Column column : orders.columns()) {
      if (column.findOrigin().isPresent()) {
        own.add(column.name());
      }
    }
  }

  /** Gives each order of the days, in its newest version as of a batch. */
  void read(long batch, DayRange days, ZoneId zone, Consumer<PaidOrder> each) {
    sql.query("set @batch = {0}", DSL.inline(batch)).execute();
    List<Field<?>> fields = new ArrayList<>(List.of(PAID_AT, AMOUNT, text("channel")));
    PaidOrder.idColumns().forEach(column -> fields.add(text(column)));
    own.forEach(column -> fields.add(text(column)));
    try (Cursor<Record> rows =
        sql.select(fields)
            .from(DSL.table(DSL.name("PUBLIC", "ORDERS")))
            .where(PAID_AT.ge(days.first().atStartOfDay(zone).toOffsetDateTime()))
            .and(PAID_AT.lt(days.last().plusDays(1).atStartOfDay(zone).toOffsetDateTime()))
            .fetchSize(ROWS_AT_ONCE)
            .fetchLazy()) {
      for (Record row : rows) {
        each.accept(order(row, zone));
      }
    }
  }

  private PaidOrder order(Record row, ZoneId zone) {
    Map<String, String> cells = new HashMap<>();
    for (String column : own) {
      String cell = row.get(text(column));
      if (cell != null) {
        cells.put(column, cell.toLowerCase(Locale.ROOT).equals("true") ? "true" : cell);
      }
    }
    return new PaidOrder(
        row.get(PAID_AT).atZoneSameInstant(zone).toLocalDate(),
        row.get(text("merchant_id")),
        row.get(text("promoter_id")),
        row.get(text("leader_id")),
        row.get(text("sku_id")),
        row.get(text("session_id")),
        row.get(text("channel")),
        new Money(row.get(AMOUNT).movePointRight(2).longValueExact()),
        Map.copyOf(cells));
  }

  private static Field<String> text(String column) {
    return DSL.field(DSL.name(column.toUpperCase(Locale.ROOT)), SQLDataType.VARCHAR);
  }
}
