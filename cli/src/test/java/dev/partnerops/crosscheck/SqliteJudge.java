package dev.partnerops.crosscheck;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * sqlite in memory, filled with the texts of CSV files as they stand, read by a reader of its own.
 * An empty cell is null; a row replaces an earlier one of the same key.
 */
final class SqliteJudge implements AutoCloseable {

  private final Connection connection;

  SqliteJudge() throws SQLException {
    this.connection = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  /** Loads a file into a table of its header's columns, the first few of which are its key. */
  void load(String table, int keyColumns, Path file) throws SQLException, IOException {
    try (Stream<String> lines = Files.lines(file);
        Statement create = connection.createStatement()) {
      Iterator<String> rows = lines.iterator();
      List<String> header = cells(rows.next());
      create.execute(
          "create table if not exists %s (%s)".formatted(table, String.join(", ", header)));
      create.execute(
          "create unique index if not exists %1$s_key on %1$s (%2$s)"
              .formatted(table, String.join(", ", header.subList(0, keyColumns))));
      insert(table, header.size(), rows);
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void insert(String table, int width, Iterator<String> rows) throws SQLException {
    String places = IntStream.range(0, width).mapToObj(_ -> "?").collect(Collectors.joining(", "));
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert or replace into " + table + " values (" + places + ")")) {
      while (rows.hasNext()) {
        List<String> cells = cells(rows.next());
        for (int column = 0; column < width; column++) {
          String cell = cells.get(column);
          insert.setString(column + 1, cell.isEmpty() ? null : cell);
        }
        insert.executeUpdate();
      }
    }
    connection.setAutoCommit(true);
  }

  /** Cells may be quoted, but hold no line end and no quote. */
  private static List<String> cells(String line) {
    if (line.indexOf('"') < 0) {
      return List.of(line.split(",", -1));
    }
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  /** Runs the statements of a resource, each of which ends with {@code ;} at the end of a line. */
  void define(String resource) throws SQLException, IOException {
    for (String statement : text(resource).split(";\\n")) {
      if (!statement.isBlank()) {
        execute(statement);
      }
    }
  }

  /**
   * The rows of a query kept as a resource, as lines of CSV; {@code :name} is filled in as text.
   */
  List<String> answer(String resource, Map<String, String> places)
      throws SQLException, IOException {
    String sql = text(resource);
    for (Map.Entry<String, String> place : places.entrySet()) {
      sql = sql.replace(":" + place.getKey(), "'" + place.getValue() + "'");
    }
    return answer(sql);
  }

  /** The rows of a query, as lines of CSV. */
  List<String> answer(String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        String[] cells = new String[width];
        for (int column = 0; column < width; column++) {
          String cell = rows.getString(column + 1);
          cells[column] = cell == null ? "" : cell;
        }
        lines.add(Arrays.stream(cells).collect(Collectors.joining(",")));
      }
    }
    return lines;
  }

  private static String text(String resource) throws IOException {
    try (var stream = SqliteJudge.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IOException("no resource " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
