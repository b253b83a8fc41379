package dev.partnerops.importing;

import static dev.partnerops.sql.Tables.BATCH;

import dev.partnerops.dataset.DataSet;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
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
    VersionsStore stored = new VersionsStore(dataSet);
    Condition condition = DSL.noCondition();
    for (int i = 0; i < key.size(); i++) {
      condition = condition.and(equal(stored.fields.get(stored.key.get(i)), key.get(i)));
    }
    List<Field<?>> all = new ArrayList<>(List.of(stored.batchIn, stored.batchOut, stored.line));
    all.addAll(stored.fields);
    return sql.select(all)
        .from(stored.table)
        .where(condition)
        .orderBy(stored.batchIn)
        .fetch(row ->
            new Version(
                row.get(stored.batchIn),
                row.get(stored.batchOut),
                row.get(stored.line),
                stored.fields.stream().map(field -> value(row, field)).toList()));
  }

  private static <T> Condition equal(Field<T> field, Object value) {
    return field.eq(DSL.val(value, field.getDataType()));
  }

  private static @Nullable Object value(Record row, Field<?> field) {
    Object value = row.get(field);
    return value instanceof OffsetDateTime time ? time.toInstant() : value;
  }
}
