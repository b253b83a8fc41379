package dev.partnerops.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Runs SQL scripts on DuckDB, as its own command line would: {@code DuckDbScript DATABASE SCRIPT…}.
 * An empty database name is a database in memory. Statements end with a semicolon at the end of a
 * line.
 */
public final class DuckDbScript {

  private DuckDbScript() {}

  public static void main(String[] arguments) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + arguments[0]);
        Statement statement = connection.createStatement()) {
      for (int script = 1; script < arguments.length; script++) {
        for (String sql : statements(Path.of(arguments[script]))) {
          statement.execute(sql);
        }
      }
    }
  }

  private static String[] statements(Path script) throws IOException {
    String text =
        Files.readAllLines(script).stream()
            .filter(line -> !line.startsWith("--"))
            .collect(Collectors.joining("\n"));
    return Arrays.stream(text.split(";\n|;$")).filter(sql -> !sql.isBlank()).toArray(String[]::new);
  }
}
