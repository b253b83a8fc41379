package dev.partnerops.importing;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.ColumnType;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.store.AnyRow;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.BatchBindStep;
import org.jooq.CloseableResultQuery;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one data set's rows. What is written is seen by nobody before its batch is
 * published, since readers go by batch_in and batch_out.
 */
final class RowsStore {

  private static final int ROWS_AT_ONCE = 1000;

  private final DSLContext sql;
  private final VersionsStore versions;
  private final Table<?> table;
  private final List<Column> columns;
  private final List<Field<?>> fields;
  private final List<Integer> key;
  private final Field<Long> batchIn;
  private final Field<Long> batchOut;
  private final CloseableResultQuery<Record> find;
  private @Nullable BatchBindStep inserts;
  private @Nullable BatchBindStep closings;

  RowsStore(DSLContext sql, DataSet dataSet) {
    this.sql = sql;
    versions = new VersionsStore(dataSet);
    table = versions.table;
    columns = dataSet.columns();
    fields = versions.fields;
    key = versions.key;
    batchIn = versions.batchIn;
    batchOut = versions.batchOut;
    find = sql.select(all()).from(table).where(keyIs()).and(batchOut.isNull()).keepStatement(true);
  }

  private List<Field<?>> all() {
    List<Field<?>> all = new ArrayList<>(fields);
    all.add(batchIn);
    all.add(versions.line);
    return all;
  }

  private Condition keyIs() {
    Condition condition = DSL.noCondition();
    for (int index : key) {
      condition = condition.and(isParameter(fields.get(index)));
    }
    return condition;
  }

  private static <T> Condition isParameter(Field<T> field) {
    return field.eq(DSL.param(field.getName(), field.getDataType()));
  }

  boolean isEmpty() {
    return !AnyRow.of(sql, table);
  }

  /** The version that holds now of the row with the same key. */
  Optional<StoredRow> findCurrent(@Nullable Object[] values) {
    int parameter = 1;
    for (int index : key) {
      find.bind(parameter++, bound(values[index]));
    }
    Record found = find.fetchOne();
    return found == null ? Optional.empty() : Optional.of(row(found));
  }

  private static @Nullable Object bound(@Nullable Object value) {
    return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
  }

  private StoredRow row(Record found) {
    @Nullable Object[] values = new @Nullable Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      Object value = found.get(i);
      values[i] =
          columns.get(i).type() == ColumnType.TIME && value instanceof OffsetDateTime time
              ? time.toInstant()
              : value;
    }
    return new StoredRow(found.get(batchIn), found.get(versions.line), values);
  }

  /** Every row as it holds now. */
  void forEachCurrent(Consumer<StoredRow> taker) {
    try (Cursor<Record> rows = sql.select(all()).from(table).where(batchOut.isNull()).fetchLazy()) {
      for (Record found : rows) {
        taker.accept(row(found));
      }
    }
  }

  /** A new version; written with others, at the latest by {@link #flush}. */
  void insert(long batch, long lineOfFile, @Nullable Object[] values) {
    if (inserts == null) {
      inserts = sql.batch(insertion());
    }
    @Nullable Object[] row = new @Nullable Object[values.length + 2];
    for (int i = 0; i < values.length; i++) {
      row[i] = bound(values[i]);
    }
    row[values.length] = batch;
    row[values.length + 1] = Math.toIntExact(lineOfFile);
    inserts = inserts.bind(row);
    if (inserts.size() >= ROWS_AT_ONCE) {
      flush();
    }
  }

  private Query insertion() {
    List<Field<?>> all = all();
    List<Field<?>> parameters = new ArrayList<>();
    for (Field<?> field : all) {
      parameters.add(DSL.param(field.getName(), field.getDataType()));
    }
    return sql.insertInto(table).columns(all).values(parameters);
  }

  /** Ends a version; {@code values} are the row's, of which the key counts. */
  void close(long batch, StoredRow stored) {
    if (closings == null) {
      closings =
          sql.batch(
              sql.update(table)
                  .set(batchOut, DSL.param("batch_out", SQLDataType.BIGINT))
                  .where(keyIs())
                  .and(batchIn.eq(DSL.param("batch_in", SQLDataType.BIGINT))));
    }
    @Nullable Object[] row = new @Nullable Object[key.size() + 2];
    int at = 0;
    row[at++] = batch;
    for (int index : key) {
      row[at++] = bound(stored.values()[index]);
    }
    row[at] = stored.batch();
    closings = closings.bind(row);
    if (closings.size() >= ROWS_AT_ONCE) {
      flush();
    }
  }

  void flush() {
    if (closings != null) {
      closings.execute();
      closings = null;
    }
    if (inserts != null) {
      inserts.execute();
      inserts = null;
    }
  }

  /** Frees what was prepared. */
  void close() {
    find.close();
  }

  /** The versions that a batch wrote. */
  List<StoredRow> writtenBy(long batch) {
    return sql.select(all()).from(table).where(batchIn.eq(batch)).fetch(this::row);
  }

  /** The newest version of a row among those of the batches given. */
  Optional<StoredRow> findNewest(@Nullable Object[] values, Set<Long> batches) {
    ResultQuery<Record> query =
        sql.select(all())
            .from(table)
            .where(keyIs())
            .and(batchIn.in(batches))
            .orderBy(batchIn.desc())
            .limit(1);
    int parameter = 1;
    for (int index : key) {
      query.bind(parameter++, bound(values[index]));
    }
    Record found = query.fetchOne();
    return found == null ? Optional.empty() : Optional.of(row(found));
  }
}
