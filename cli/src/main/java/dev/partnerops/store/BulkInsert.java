package dev.partnerops.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows into one table through one statement, some thousand at a time: bound one by one
 * through jOOQ they would cost as much again as what the database does with them.
 */
public final class BulkInsert {

  private static final int ROWS_AT_ONCE = 1_000;

  private BulkInsert() {}

  /**
   * Inserts rows in the present transaction, taking each when it is its turn.
   *
   * @param rows values of all columns in the table's order, as the database takes them
   * @return how many
   */
  public static int into(
      DSLContext sql, Table<?> table, Iterator<? extends @Nullable Object[]> rows) {
    String insert =
        sql.insertInto(table)
            .columns(table.fields())
            .values(Collections.nCopies(table.fields().length, DSL.param()))
            .getSQL();
    return sql.connectionResult(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(insert)) {
        int inserted = 0;
        while (rows.hasNext()) {
          bind(statement, rows.next());
          inserted++;
          if (inserted % ROWS_AT_ONCE == 0 || !rows.hasNext()) {
            statement.executeBatch();
          }
        }
        return inserted;
      }
    });
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] row)
      throws SQLException {
    for (int i = 0; i < row.length; i++) {
      statement.setObject(i + 1, row[i]);
    }
    statement.addBatch();
  }
}
