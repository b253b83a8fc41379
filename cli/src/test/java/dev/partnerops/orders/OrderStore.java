package dev.partnerops.orders;

import dev.partnerops.store.StoreConnection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** A store with the tables that orders need, and imports as the importer does them. */
final class OrderStore implements StoreConnection, AutoCloseable {

  private static final int CHUNK_ROWS = 4096;
  private static final AtomicInteger NAMES = new AtomicInteger();

  Connection connection;
  final List<OrderReject> rejects = new ArrayList<>();
  private final Path scratch;
  private BooleanSupplier readers = () -> false;
  private long lastBatch;

  private OrderStore(Connection connection, Path scratch) {
    this.connection = connection;
    this.scratch = scratch;
  }

  static OrderStore inMemory(Path scratch) throws SQLException, IOException {
    return at("jdbc:h2:mem:orders" + NAMES.incrementAndGet() + ";DB_CLOSE_DELAY=-1", scratch);
  }

  static OrderStore at(String url, Path scratch) throws SQLException, IOException {
    Connection connection = DriverManager.getConnection(url, "admin", "");
    try (Statement statement = connection.createStatement()) {
      for (String script : List.of("V001__base.sql", "V003__orders.sql", "V007__order_folds.sql")) {
        try (InputStream in =
            Objects.requireNonNull(
                OrderStore.class.getResourceAsStream("/sql/schema/" + script), script)) {
          statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return new OrderStore(connection, scratch);
  }

  @Override
  public Connection connection() {
    return connection;
  }

  /** Stays where it is, unless a test gives readers turns. */
  @Override
  public boolean giveWay() {
    return readers.getAsBoolean();
  }

  /** From now on each time that readers may be let in, they are, and the store is opened anew. */
  void letReadersIn(Runnable reading) {
    readers =
        () -> {
          try {
            String url = connection.getMetaData().getURL();
            connection.commit();
            connection.close();
            reading.run();
            connection = DriverManager.getConnection(url, "admin", "");
            connection.setAutoCommit(false);
            return true;
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        };
  }

  Path scratch() {
    return scratch;
  }

  long lastBatch() {
    return lastBatch;
  }

  OrderBatchResult load(List<OrderRow> rows) throws SQLException {
    return load(rows, OrderBatchOptions.allColumns(scratch, 1 << 28));
  }

  OrderBatchResult load(List<OrderRow> rows, OrderBatchOptions options) throws SQLException {
    OrderBatchResult result = loadUnpublished(rows, options);
    publish("import", 0);
    return result;
  }

  OrderBatchResult loadUnpublished(List<OrderRow> rows, OrderBatchOptions options) {
    rejects.clear();
    try (OrderBatchWriter writer = new OrderBatchWriter(this, lastBatch + 1, options)) {
      OrderChunk chunk = writer.newChunk();
      for (OrderRow row : rows) {
        chunk.add(row);
        if (chunk.block().rows() == CHUNK_ROWS) {
          writer.add(chunk);
          chunk.clear();
        }
      }
      writer.add(chunk);
      return writer.finish(rejects::add);
    }
  }

  void withdraw(long batch) throws SQLException {
    publish("withdraw", batch);
  }

  private void publish(String action, long withdraws) throws SQLException {
    lastBatch++;
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into base.batch (batch, dataset, file, digest, action, withdraws, rows_read,"
                + " rows_inserted, rows_amended, rows_unchanged, rows_rejected, money_unread,"
                + " published_at, checksum) values (?, 'orders', 'orders.csv', '', ?, nullif(?, 0),"
                + " 0, 0, 0, 0, 0, 0, current_timestamp, 0)")) {
      insert.setLong(1, lastBatch);
      insert.setString(2, action);
      insert.setLong(3, withdraws);
      insert.executeUpdate();
    }
    connection.commit();
  }

  long count(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        java.sql.ResultSet count = statement.executeQuery("select count(*) from base." + table)) {
      count.next();
      return count.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
