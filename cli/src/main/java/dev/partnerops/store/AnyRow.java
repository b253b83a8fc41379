package dev.partnerops.store;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Whether a table has a row. Not by {@code select exists (...)}: that has no table of its own, so
 * that H2 takes it for a constant and gives its answer of before an insert again, as long as the
 * statement is among the last eight of the session.
 */
public final class AnyRow {

  private AnyRow() {}

  public static boolean of(DSLContext sql, Table<? extends Record> table) {
    return where(sql, table, DSL.noCondition());
  }

  public static boolean where(DSLContext sql, Table<? extends Record> table, Condition condition) {
    return sql.selectOne().from(table).where(condition).limit(1).fetch().isNotEmpty();
  }
}
