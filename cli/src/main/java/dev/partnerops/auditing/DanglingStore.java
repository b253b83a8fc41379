package dev.partnerops.auditing;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.dataset.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** References that lead nowhere, asked of the views as of the last batch. */
final class DanglingStore {

  private static final int EXAMPLES = 3;

  private final DSLContext sql;

  DanglingStore(DSLContext sql, long batch) {
    this.sql = sql;
    sql.query("set @batch = {0}", DSL.inline(batch)).execute();
  }

  /**
   * What is dangling in one column.
   *
   * @param values how many different ones
   * @param rows how many rows hold them
   * @param examples the first of them
   */
  record Dangling(long values, long rows, List<String> examples) {}

  /** How many rows hold each value of a column, where the reference is meant. */
  Map<String, Long> counts(DataSet dataSet, Column column, Reference reference) {
    Field<String> value = field(column.name());
    Condition meant = value.isNotNull();
    if (reference.conditional()) {
      meant = meant.and(field(reference.whenColumn()).eq(reference.whenValue()));
    }
    Map<String, Long> counts = new TreeMap<>();
    try (Cursor<Record2<String, Integer>> rows =
        sql.select(value, DSL.count())
            .from(view(dataSet.name()))
            .where(meant)
            .groupBy(value)
            .fetchLazy()) {
      for (Record2<String, Integer> row : rows) {
        counts.put(row.value1(), (long) row.value2());
      }
    }
    return counts;
  }

  /** What of the counted values is no key of the data set referred to. */
  Dangling find(Map<String, Long> counts, Reference reference) {
    Map<String, Long> left = new TreeMap<>(counts);
    if (!left.isEmpty()) {
      try (Cursor<Record1<String>> keys =
          sql.select(field(reference.column())).from(view(reference.dataset())).fetchLazy()) {
        for (Record1<String> key : keys) {
          left.remove(key.value1());
        }
      }
    }
    List<String> examples = new ArrayList<>();
    left.keySet().stream().limit(EXAMPLES).forEach(examples::add);
    long rows = left.values().stream().mapToLong(Long::longValue).sum();
    return new Dangling(left.size(), rows, examples);
  }

  private static Table<?> view(String name) {
    return DSL.table(DSL.name("PUBLIC", name.toUpperCase(Locale.ROOT)));
  }

  private static Field<String> field(String name) {
    return DSL.field(DSL.name(name.toUpperCase(Locale.ROOT)), SQLDataType.VARCHAR);
  }
}
