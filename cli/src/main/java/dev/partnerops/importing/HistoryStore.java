package dev.partnerops.importing;

import static dev.partnerops.sql.Tables.BATCH;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.sql.Base;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** All versions of one row, and the files of batches. */
final class HistoryStore {

  private final DSLContext sql;

  HistoryStore(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * A version of a row.
   *
   * @param replacedBy the batch that ended it; null while it holds
   * @param values in the order of the data set's columns
   */
  record Version(
      long batch, @Nullable Long replacedBy, long line, List<? extends @Nullable Object> values) {}

  Map<Long, String> files() {
    return sql.select(BATCH.BATCH_, BATCH.FILE).from(BATCH).fetchMap(BATCH.BATCH_, BATCH.FILE);
  }

  /**
   * @param key values of the key's columns, in order
   */
  List<Version> versions(DataSet dataSet, List<Object> key) {
    Table<?> table = Base.BASE.getTable(upper(dataSet.name()));
    if (table == null) {
      throw new IllegalStateException("no table for " + dataSet.name());
    }
    Field<Long> batchIn = table.field("BATCH_IN", Long.class);
    Field<Long> batchOut = table.field("BATCH_OUT", Long.class);
    Field<Integer> line = table.field("LINE", Integer.class);
    List<Field<?>> fields = new ArrayList<>();
    for (Column column : dataSet.columns()) {
      fields.add(field(table, column));
    }
    Condition condition = DSL.noCondition();
    for (int i = 0; i < key.size(); i++) {
      condition = condition.and(equal(field(table, dataSet.key().get(i)), key.get(i)));
    }
    List<Field<?>> all = new ArrayList<>(List.of(batchIn, batchOut, line));
    all.addAll(fields);
    return sql.select(all)
        .from(table)
        .where(condition)
        .orderBy(batchIn)
        .fetch(row ->
            new Version(
                row.get(batchIn),
                row.get(batchOut),
                row.get(line),
                fields.stream().map(field -> value(row, field)).toList()));
  }

  private static Field<?> field(Table<?> table, Column column) {
    Field<?> field = table.field(upper(column.name()));
    if (field == null) {
      throw new IllegalStateException("no column " + column.name() + " in " + table);
    }
    return field;
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  private static <T> Condition equal(Field<T> field, Object value) {
    return field.eq(DSL.val(value, field.getDataType()));
  }

  private static @Nullable Object value(Record row, Field<?> field) {
    Object value = row.get(field);
    return value instanceof OffsetDateTime time ? time.toInstant() : value;
  }
}
