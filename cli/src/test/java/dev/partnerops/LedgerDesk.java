package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A workspace with grants, fees, an adjustment and a run that was taken back, and a way past every
 * check to its store.
 */
final class LedgerDesk {

  private static final Path INPUTS = Path.of("src/test/golden/ledger/commands");

  private final Path folder;

  private LedgerDesk(Path folder) {
    this.folder = folder;
  }

  /** One that is there. */
  static LedgerDesk in(Path folder) {
    return new LedgerDesk(folder);
  }

  /** September is booked: 8 entries of run 1. */
  static LedgerDesk ofSeptember(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("programmes"));
    for (String file : List.of("merchants.csv", "orders.csv", "late.csv")) {
      Files.copy(INPUTS.resolve(file), folder.resolve(file));
    }
    Path policy = Path.of("programmes", "rebate.yaml");
    Files.copy(INPUTS.resolve(policy), folder.resolve(policy));
    LedgerDesk desk = new LedgerDesk(folder);
    desk.done("init");
    desk.done("import", "merchants", "merchants.csv");
    desk.done("import", "orders", "orders.csv");
    desk.done("subsidy", "--period", "2020-09", "--as-of", "2020-10-01");
    desk.done("approve", "1");
    return desk;
  }

  /**
   * October is booked by run 2, taken back, and booked by run 3, with differences for September.
   */
  LedgerDesk andOctober() {
    done("import", "orders", "late.csv");
    done("subsidy", "--period", "2020-10", "--as-of", "2020-11-01");
    done("approve", "2");
    done("reject", "2");
    done("subsidy", "--period", "2020-10", "--as-of", "2020-11-02");
    done("approve", "3");
    return this;
  }

  Path folder() {
    return folder;
  }

  Path payout(String name) {
    return folder.resolve("reports/payouts").resolve(name);
  }

  /** What the command prints; it must end well. */
  String done(String... words) {
    Invocation done = run(words);
    assertThat(done.exit()).as(String.join(" ", words) + ": " + done.stderr()).isZero();
    return done.stdout();
  }

  Invocation run(String... words) {
    return Invocation.of(folder, words);
  }

  /** One line on stderr, nothing on stdout, that exit code; gives the line. */
  String refused(int exit, String... words) {
    Invocation refused = run(words);
    assertThat(refused.exit())
        .as(String.join(" ", words) + ": " + refused.stderr())
        .isEqualTo(exit);
    assertThat(refused.stdout()).isEmpty();
    assertThat(refused.stderr()).hasLineCount(1);
    return refused.stderr();
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:h2:file:" + folder.resolve("store/partnerops") + ";IFEXISTS=TRUE", "PARTNEROPS", "");
  }

  /** Runs statements past the tool. */
  void sql(String... statements) throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  /**
   * Changes one cell past the tool.
   *
   * @param key the column of numbers, and {@code number} which row
   * @return what it was
   */
  @Nullable Object change(
      String table, String column, String key, long number, UnaryOperator<@Nullable Object> to)
      throws SQLException {
    try (Connection connection = open();
        PreparedStatement read =
            connection.prepareStatement(
                "select " + column + " from base." + table + " where " + key + " = ?");
        PreparedStatement update =
            connection.prepareStatement(
                "update base." + table + " set " + column + " = ? where " + key + " = ?")) {
      read.setLong(1, number);
      try (ResultSet row = read.executeQuery()) {
        assertThat(row.next()).isTrue();
        Object was = row.getObject(1);
        update.setObject(1, to.apply(was));
        update.setLong(2, number);
        assertThat(update.executeUpdate()).isEqualTo(1);
        return was;
      }
    }
  }

  /** What a query counts. */
  long number(String query) throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      assertThat(row.next()).isTrue();
      return row.getLong(1);
    }
  }

  /** The columns of a table, as the store has them. */
  List<String> columns(String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Connection connection = open();
        ResultSet rows =
            connection
                .getMetaData()
                .getColumns(null, "BASE", table.toUpperCase(Locale.ROOT), null)) {
      while (rows.next()) {
        columns.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return columns;
  }

  /** Makes the side file say less, as though the store had never held more. */
  void acknowledge(String counter, long number) throws IOException {
    Path side = folder.resolve("store/partnerops.state");
    Files.writeString(
        side, Files.readString(side).replaceAll(counter + " \\d+", counter + " " + number));
  }
}
