package dev.partnerops.store;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Brings what a workspace adds to the schema into its store: a table and two views for a data set
 * of its own, a column of table and views for one of a shipped data set. What is there is noted in
 * {@code base.added_column}; what was once kept as one type never becomes another.
 */
final class OwnTables {

  /** Kept as column segments: only what SQL reads of it has columns. */
  private static final String ORDERS = "orders";

  private static final List<String> VERSION =
      List.of("batch_in bigint not null", "batch_out bigint", "line integer not null");

  private final Connection connection;
  private final Map<String, Map<String, Stored>> stored = new LinkedHashMap<>();

  private OwnTables(Connection connection) throws SQLException {
    this.connection = connection;
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select dataset, column_name, type, sql_type, is_key from base.added_column")) {
      while (rows.next()) {
        stored
            .computeIfAbsent(rows.getString(1), none -> new LinkedHashMap<>())
            .put(
                rows.getString(2),
                new Stored(rows.getString(3), rows.getString(4), rows.getBoolean(5)));
      }
    }
  }

  private record Stored(String type, String sqlType, boolean key) {}

  /**
   * Whether the store has all of it.
   *
   * @throws ToolException.Policy where a column was kept otherwise, with its file and line
   */
  static boolean has(Connection connection, OwnSchema schema) throws SQLException {
    if (schema.tables().isEmpty()) {
      return true;
    }
    OwnTables tables = new OwnTables(connection);
    schema.tables().forEach(tables::requireSame);
    return schema.tables().stream().allMatch(table -> tables.lacking(table).isEmpty());
  }

  /**
   * Adds what the store lacks. H2 commits each statement of a schema change, so this runs on a file
   * nobody uses yet.
   */
  static void apply(Connection connection, OwnSchema schema) throws SQLException {
    if (schema.tables().isEmpty()) {
      return;
    }
    OwnTables tables = new OwnTables(connection);
    schema.tables().forEach(tables::requireSame);
    for (OwnSchema.Table table : schema.tables()) {
      tables.add(table, tables.lacking(table));
    }
    connection.commit();
  }

  private List<OwnSchema.Column> lacking(OwnSchema.Table table) {
    Map<String, Stored> known = stored.getOrDefault(table.dataset(), Map.of());
    return table.columns().stream().filter(column -> !known.containsKey(column.name())).toList();
  }

  private void requireSame(OwnSchema.Table table) {
    Map<String, Stored> known = stored.getOrDefault(table.dataset(), Map.of());
    for (OwnSchema.Column column : table.columns()) {
      Stored before = known.get(column.name());
      if (before != null && !before.sqlType().equals(column.sqlType())) {
        throw new ToolException.Policy(
            Message.of(
                "store.own.type",
                column.file(),
                column.line(),
                column.name(),
                before.type(),
                column.type()));
      }
    }
    Set<String> key = new TreeSet<>();
    known.forEach((name, column) -> {
      if (column.key()) {
        key.add(name);
      }
    });
    if (!known.isEmpty() && !key.equals(new TreeSet<>(table.key()))) {
      throw new ToolException.Policy(
          Message.of("store.own.key", table.file(), table.dataset(), key, table.key()));
    }
  }

  private void add(OwnSchema.Table table, List<OwnSchema.Column> lacking) throws SQLException {
    if (lacking.isEmpty()) {
      return;
    }
    if (table.dataset().equals(ORDERS)) {
      widenEngineTable(ORDERS, lacking);
      widenEngineTable("history_" + ORDERS, lacking);
    } else if (!table.shipped() && !stored.containsKey(table.dataset())) {
      create(table);
    } else {
      widen(table, lacking);
    }
    for (OwnSchema.Column column : lacking) {
      note(table, column);
    }
  }

  /** The same shape as the tables and views of V002. */
  private void create(OwnSchema.Table table) throws SQLException {
    List<String> parts = new ArrayList<>(VERSION);
    table.columns().forEach(column -> parts.add(definition(column)));
    String key = table.key().stream().map(OwnTables::quoted).collect(Collectors.joining(", "));
    parts.add("constraint pk_own_" + table.dataset() + " primary key (" + key + ", batch_in)");
    String from = tableName(table);
    run("create table " + from + " (" + String.join(", ", parts) + ")");
    String columns = shown(table.columns());
    run(
        "create view "
            + viewName(table.dataset())
            + " as select "
            + columns
            + " from "
            + from
            + " as t where t.batch_in <= @batch and (t.batch_out is null or t.batch_out > @batch)");
    run(
        "create view "
            + viewName("history_" + table.dataset())
            + " as select t.batch_in as batch, b.file as file, t.line as line,"
            + " case when t.batch_out <= @batch then t.batch_out end as replaced_by, "
            + columns
            + " from "
            + from
            + " as t left join base.batch as b on b.batch = t.batch_in where t.batch_in <= @batch");
  }

  private void widen(OwnSchema.Table table, List<OwnSchema.Column> lacking) throws SQLException {
    for (OwnSchema.Column column : lacking) {
      run("alter table " + tableName(table) + " add column " + definition(column));
    }
    for (String view : List.of(table.dataset(), "history_" + table.dataset())) {
      widenView(view, lacking);
    }
  }

  /** What a view already says stays as it is; the columns come behind the others. */
  private void widenView(String view, List<OwnSchema.Column> lacking) throws SQLException {
    String definition = definitionOf(view);
    String name = viewName(view);
    run("create or replace view " + name + " as " + between(definition, "\nFROM ", lacking));
  }

  private static String between(String definition, String mark, List<OwnSchema.Column> lacking) {
    int end = definition.indexOf(mark);
    if (end < 0 || definition.indexOf(mark, end + 1) >= 0) {
      throw new IllegalStateException("H2 writes views otherwise: " + definition);
    }
    return definition.substring(0, end) + ", " + shown(lacking) + definition.substring(end);
  }

  private String definitionOf(String view) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select view_definition from information_schema.views"
                + " where table_schema = 'PUBLIC' and table_name = ?")) {
      statement.setString(1, view.toUpperCase(Locale.ROOT));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  /** A table of the engine holds nothing, so it is made anew with the columns behind the others. */
  private void widenEngineTable(String name, List<OwnSchema.Column> lacking) throws SQLException {
    String table = viewName(name);
    String creation = creationOf(table);
    int end = creation.indexOf("\n)\nENGINE ");
    if (end < 0) {
      throw new IllegalStateException("H2 writes tables otherwise: " + creation);
    }
    String columns = lacking.stream().map(OwnTables::definition).collect(Collectors.joining(", "));
    run("drop table " + table);
    run(creation.substring(0, end) + ", " + columns + creation.substring(end));
  }

  private String creationOf(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet lines =
            statement.executeQuery("script nodata nopasswords nosettings table " + table)) {
      while (lines.next()) {
        String line = lines.getString(1);
        if (line.startsWith("CREATE") && line.contains(" TABLE " + table)) {
          return line;
        }
      }
    }
    throw new IllegalStateException("no table " + table);
  }

  private void note(OwnSchema.Table table, OwnSchema.Column column) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into base.added_column (dataset, column_name, type, sql_type, is_key)"
                + " values (?, ?, ?, ?, ?)")) {
      statement.setString(1, table.dataset());
      statement.setString(2, column.name());
      statement.setString(3, column.type());
      statement.setString(4, column.sqlType());
      statement.setBoolean(5, column.key());
      statement.executeUpdate();
    }
  }

  private void run(String change) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(change);
    }
  }

  private static String definition(OwnSchema.Column column) {
    return quoted(column.name()) + " " + column.sqlType() + (column.key() ? " not null" : "");
  }

  private static String shown(List<OwnSchema.Column> columns) {
    return columns.stream()
        .map(column -> "t." + quoted(column.name()) + " as " + quoted(column.name()))
        .collect(Collectors.joining(", "));
  }

  private static String tableName(OwnSchema.Table table) {
    return "\"BASE\"." + quoted((table.shipped() ? "" : "own_") + table.dataset());
  }

  private static String viewName(String name) {
    return "\"PUBLIC\"." + quoted(name);
  }

  /** Names are letters, digits and underscores: the files that give them are read strictly. */
  private static String quoted(String name) {
    return '"' + name.toUpperCase(Locale.ROOT) + '"';
  }
}
