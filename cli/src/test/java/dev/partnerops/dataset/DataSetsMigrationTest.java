package dev.partnerops.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tables and views of V002 are those of the registry. */
final class DataSetsMigrationTest {

  private Connection connection;

  @BeforeEach
  void migrate() throws SQLException, IOException {
    connection = DriverManager.getConnection("jdbc:h2:mem:");
    try (Statement statement = connection.createStatement()) {
      statement.execute(resource("V001__base.sql"));
      statement.execute(resource("V002__data_sets.sql"));
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void hasOneTableForEachDataSetButOrders() throws SQLException {
    List<String> expected = new ArrayList<>();
    List<String> views = new ArrayList<>();
    for (DataSet dataSet : DataSets.shipped().all()) {
      if (!dataSet.name().equals(DataSets.ORDERS)) {
        expected.add(dataSet.name());
        views.add(dataSet.name());
        views.add("history_" + dataSet.name());
      }
    }
    assertThat(
            strings(
                "select lower(table_name) from information_schema.tables where table_schema = 'BASE'"))
        .containsAll(expected);
    assertThat(
            strings(
                "select lower(table_name) from information_schema.views where table_schema = 'PUBLIC'"))
        .containsAll(views);
  }

  @Test
  void hasTheColumnsTypesAndKeysOfTheRegistry() throws SQLException {
    for (DataSet dataSet : relational()) {
      List<String> expected =
          new ArrayList<>(
              List.of("batch_in bigint not null", "batch_out bigint", "line integer not null"));
      for (Column column : dataSet.columns()) {
        expected.add(
            column.name() + " " + column.type().sql() + (column.required() ? " not null" : ""));
      }
      assertThat(columns("BASE", dataSet.name())).as(dataSet.name()).isEqualTo(expected);
      List<String> key = new ArrayList<>(dataSet.key().stream().map(Column::name).toList());
      key.add("batch_in");
      assertThat(
              strings(
                  "select lower(column_name) from information_schema.key_column_usage where table_schema = 'BASE'"
                      + " and lower(table_name) = '"
                      + dataSet.name()
                      + "' order by ordinal_position"))
          .as(dataSet.name())
          .isEqualTo(key);
    }
  }

  @Test
  void showsTheColumnsOfTheRegistryInItsViews() throws SQLException {
    for (DataSet dataSet : relational()) {
      List<String> expected = new ArrayList<>();
      for (Column column : dataSet.columns()) {
        expected.add(column.name() + " " + column.type().sql());
      }
      assertThat(columns("PUBLIC", dataSet.name())).as(dataSet.name()).isEqualTo(expected);
      expected.addAll(
          0, List.of("batch bigint", "file varchar(4000)", "line integer", "replaced_by bigint"));
      assertThat(columns("PUBLIC", "history_" + dataSet.name()))
          .as(dataSet.name())
          .isEqualTo(expected);
    }
  }

  @Test
  void showsRowsAsOfABatch() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into base.leaders values (1, 3, 2, 'T1', 'old', null, null, null),"
              + " (3, null, 2, 'T1', 'new', null, null, 'closed')");
      List<String> seen = new ArrayList<>();
      for (int batch = 0; batch <= 3; batch++) {
        statement.execute("set @batch = " + batch);
        seen.add(
            batch
                + " "
                + strings("select name || ' ' || status from leaders")
                + " "
                + strings(
                    "select name || ' ' || coalesce(replaced_by, 0) from history_leaders order by batch"));
      }
      assertThat(seen)
          .containsExactly(
              "0 [] []",
              "1 [old active] [old 0]",
              "2 [old active] [old 0]",
              "3 [new closed] [old 3, new 0]");
    }
  }

  @Test
  void takesAnEmptyStatusAsRule28Says() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into base.providers values (1, null, 2, 'P1', 'n', 'mcn', null, null, null),"
              + " (1, null, 3, 'P2', 'n', 'mcn', null, date '2020-09-01', null),"
              + " (1, null, 4, 'P3', 'n', 'mcn', null, date '2020-09-01', 'exited')");
      statement.execute(
          "insert into base.violations values (1, null, 2, 'V1', 'merchant', 'M1', date '2020-09-01', 'minor', 1, null)");
      statement.execute("set @batch = 1");
    }
    assertThat(strings("select status from providers order by provider_id"))
        .containsExactly("applicant", "active", "exited");
    assertThat(strings("select status from violations")).containsExactly("confirmed");
  }

  private static List<DataSet> relational() {
    return DataSets.shipped().all().stream()
        .filter(dataSet -> !dataSet.name().equals(DataSets.ORDERS))
        .toList();
  }

  private List<String> columns(String schema, String table) throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet rows =
        connection.getMetaData().getColumns(null, schema, table.toUpperCase(Locale.ROOT), null)) {
      while (rows.next()) {
        String type =
            switch (rows.getString("TYPE_NAME")) {
              case "CHARACTER VARYING" -> "varchar(" + rows.getInt("COLUMN_SIZE") + ")";
              case "DECIMAL", "NUMERIC" ->
                  "decimal("
                      + rows.getInt("COLUMN_SIZE")
                      + ", "
                      + rows.getInt("DECIMAL_DIGITS")
                      + ")";
              case "TIMESTAMP WITH TIME ZONE" ->
                  "timestamp(" + rows.getInt("DECIMAL_DIGITS") + ") with time zone";
              default -> rows.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
            };
        String required = rows.getString("IS_NULLABLE").equals("NO") ? " not null" : "";
        found.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT) + " " + type + required);
      }
    }
    return found;
  }

  private List<String> strings(String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static String resource(String file) throws IOException {
    try (InputStream stream =
        DataSetsMigrationTest.class.getResourceAsStream("/sql/schema/" + file)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
