package dev.partnerops.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the database says of its own tables. */
final class SchemaTexts {

  private SchemaTexts() {}

  /** The first column of a query's rows. */
  static List<String> of(Connection connection, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        texts.add(found.getString(1));
      }
    }
    return texts;
  }

  /** The columns of the primary key of a table of schema base, in order. */
  static List<String> key(Connection connection, String table) throws SQLException {
    return of(
        connection,
        "select k.column_name from information_schema.key_column_usage as k"
            + " inner join information_schema.table_constraints as c"
            + " on c.constraint_schema = k.constraint_schema"
            + " and c.constraint_name = k.constraint_name"
            + " where c.constraint_type = 'PRIMARY KEY' and k.table_schema = 'BASE'"
            + " and k.table_name = '"
            + table
            + "' order by k.ordinal_position");
  }
}
