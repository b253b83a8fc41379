package dev.partnerops.store;

import dev.partnerops.model.Message;
import dev.partnerops.model.Sha256;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Forward-only changes of the schema, from {@code sql/schema}: each recorded with its checksum
 * after it ran; one that was edited after its release is refused (STYLE, SQL).
 */
final class Migrations {

  private static final String FOLDER = "/sql/schema/";

  private Migrations() {}

  /** Name and text of every migration of this version, in order. */
  static Map<String, String> known() {
    Map<String, String> migrations = new LinkedHashMap<>();
    for (String name : resource("index.txt").lines().filter(line -> !line.isBlank()).toList()) {
      migrations.put(name, resource(name));
    }
    return migrations;
  }

  private static String resource(String name) {
    try (InputStream stream = Migrations.class.getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new IllegalStateException(FOLDER + name + " is not in the build");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those the store lacks; a store with others, or with others' checksums, is refused. */
  static List<String> pending(Connection connection) throws SQLException {
    Map<String, String> known = known();
    List<String> pending = new ArrayList<>(known.keySet());
    for (Map.Entry<String, String> applied : applied(connection).entrySet()) {
      String text = known.get(applied.getKey());
      if (text == null) {
        throw new ToolException.StoreDamaged(Message.of("store.newer", applied.getKey()));
      }
      if (!Sha256.of(text).equals(applied.getValue())) {
        throw new ToolException.StoreDamaged(
            Message.of("store.migration-differs", applied.getKey()));
      }
      pending.remove(applied.getKey());
    }
    return pending;
  }

  private static Map<String, String> applied(Connection connection) throws SQLException {
    Map<String, String> applied = new LinkedHashMap<>();
    try (ResultSet tables = connection.getMetaData().getTables(null, "BASE", "MIGRATION", null)) {
      if (!tables.next()) {
        return applied;
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select name, checksum from base.migration order by name")) {
      while (rows.next()) {
        applied.put(rows.getString(1), rows.getString(2));
      }
    }
    return applied;
  }

  /**
   * Runs what is pending. H2 commits each statement of a schema change, so this runs on a file
   * nobody uses yet.
   */
  static void apply(Connection connection) throws SQLException {
    Map<String, String> known = known();
    for (String name : pending(connection)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(known.get(name));
      }
      try (PreparedStatement record =
          connection.prepareStatement(
              "insert into base.migration (name, checksum) values (?, ?)")) {
        record.setString(1, name);
        record.setString(2, Sha256.of(known.getOrDefault(name, "")));
        record.executeUpdate();
      }
      connection.commit();
    }
  }
}
