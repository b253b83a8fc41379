package dev.partnerops.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether two databases hold the same: their objects, and every row of every table, read side by
 * side in the order of keys, a row at a time in memory.
 */
final class ContentComparison {

  /** The setting that makes H2 hand out rows as it reads them. */
  static final String STREAMED = ";LAZY_QUERY_EXECUTION=1";

  private static final String OBJECTS = "script nodata nopasswords nosettings";

  private static final String TABLES =
      "select table_name from information_schema.tables"
          + " where table_schema = 'BASE' and table_type = 'BASE TABLE' order by table_name";

  private static final int ROWS_PER_STEP = 1000;

  private final Connection one;
  private final Connection other;
  private final StoreProgress progress;
  private long rows;
  private long done;

  ContentComparison(Connection one, Connection other, StoreProgress progress) {
    this.one = one;
    this.other = other;
    this.progress = progress;
  }

  /** The first table that differs; empty where all is the same. */
  Optional<String> findDifference() throws SQLException {
    if (!objects(one).equals(objects(other))) {
      return Optional.of("its schema");
    }
    List<String> tables = SchemaTexts.of(one, TABLES);
    for (String table : tables) {
      rows +=
          Long.parseLong(
              SchemaTexts.of(one, "select count(*) from base.\"" + table + "\"").getFirst());
    }
    for (String table : tables) {
      if (!isSame(inOrder(table))) {
        return Optional.of("base." + table.toLowerCase(Locale.ROOT));
      }
    }
    return Optional.empty();
  }

  private String inOrder(String table) throws SQLException {
    List<String> key = SchemaTexts.key(one, table);
    return "table base.\"" + table + "\" order by \"" + String.join("\", \"", key) + '"';
  }

  /** Without what is told of them in passing, as how many rows there are. */
  private static List<String> objects(Connection connection) throws SQLException {
    return SchemaTexts.of(connection, OBJECTS).stream()
        .filter(text -> !text.startsWith("--"))
        .toList();
  }

  /** Whether both answer a query with the same rows. */
  private boolean isSame(String query) throws SQLException {
    try (Statement statement = one.createStatement();
        Statement otherStatement = other.createStatement();
        ResultSet row = statement.executeQuery(query);
        ResultSet otherRow = otherStatement.executeQuery(query)) {
      int columns = row.getMetaData().getColumnCount();
      boolean isThere = row.next();
      while (isThere) {
        if (!otherRow.next()) {
          return false;
        }
        for (int column = 1; column <= columns; column++) {
          if (!isSame(row, otherRow, column)) {
            return false;
          }
        }
        if (++done % ROWS_PER_STEP == 0) {
          progress.at(done, rows);
        }
        isThere = row.next();
      }
      return !otherRow.next();
    }
  }

  private static boolean isSame(ResultSet row, ResultSet otherRow, int column) throws SQLException {
    return row.getMetaData().getColumnType(column) == Types.VARBINARY
        ? Arrays.equals(row.getBytes(column), otherRow.getBytes(column))
        : Objects.equals(row.getString(column), otherRow.getString(column));
  }
}
