package dev.partnerops.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.ToolException;
import dev.partnerops.store.StoreConnection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folding changes nothing but the number of segments (RULES 5). */
final class OrderFoldingTest {

  private static final int NIGHTS = 100;
  private static final long MEMORY = 1 << 26;

  @TempDir private Path scratch;

  /** Fifty rows: some new orders, some later states of old ones, some as they were. */
  private static List<OrderRow> night(Random random, int night) {
    Map<String, OrderRow> rows = new LinkedHashMap<>();
    for (int i = 0; i < 50; i++) {
      int number = i < 20 ? 2_000 + night * 20 + i : random.nextInt(2_000 + night * 20);
      String id = number % 7 == 0 ? "T" + number : Integer.toString(number);
      rows.put(id, Orders.random(random, id, i + 2));
    }
    return List.copyOf(rows.values());
  }

  private static List<OrderRow> base(Random random) {
    List<OrderRow> rows = new ArrayList<>();
    for (int number = 0; number < 2_000; number++) {
      String id = number % 7 == 0 ? "T" + number : Integer.toString(number);
      rows.add(Orders.random(random, id, number + 2));
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void everyOlderStateAndHistoryStaysWhatItWas(long seed) throws Exception {
    try (OrderStore plain = OrderStore.inMemory(scratch);
        OrderStore folded = OrderStore.inMemory(scratch)) {
      Random random = new Random(seed);
      List<OrderRow> first = base(random);
      plain.load(first);
      folded.load(first);
      for (int night = 0; night < NIGHTS; night++) {
        OrderFolding.foldWhereDue(folded, MEMORY);
        List<OrderRow> rows = night(random, night);
        assertThat(folded.load(rows)).isEqualTo(plain.load(rows));
        if (night % 9 == 8) {
          // Of what stands, the last batch: nothing builds on it.
          long last = plain.lastBatch();
          plain.withdraw(last);
          folded.withdraw(last);
        }
        if (night == 10 || night == 30) {
          List<OrderRow> apart = apart(random);
          plain.load(apart);
          folded.load(apart);
        }
        if (night == 80) {
          // From within folded segments: what it superseded holds again.
          long within = newestOfOrder(plain, "900001");
          plain.withdraw(within);
          folded.withdraw(within);
        }
      }
      OrderFolding.foldWhereDue(folded, MEMORY);
      assertThat(folded.count("order_fold")).isPositive();
      assertThat(plain.count("order_segment")).isGreaterThan(2 * NIGHTS);
      // Numbers and texts each have segments of their own.
      assertThat(folded.count("order_segment")).isLessThan(2 * 64);
      assertThat(folded.count("order_replaced")).isZero();
      assertSame(plain, folded);
    }
  }

  /** Orders that no night amends. */
  private static List<OrderRow> apart(Random random) {
    List<OrderRow> rows = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      rows.add(Orders.random(random, Integer.toString(900_000 + i), i + 1));
    }
    return rows;
  }

  private static long newestOfOrder(OrderStore store, String id) {
    return OrderHistory.of(store.connection, Long.MAX_VALUE, id).getLast().batch();
  }

  /** Current rows as of every tenth batch, and the history of many orders, are the same. */
  private static void assertSame(OrderStore plain, OrderStore folded) {
    TreeSet<String> ids = new TreeSet<>();
    for (long batch = plain.lastBatch(); batch > 0; batch -= 10) {
      List<String> rows = read(plain.connection, batch);
      assertThat(read(folded.connection, batch)).as("as of " + batch).isEqualTo(rows);
      rows.forEach(row -> ids.add(row.substring(0, row.indexOf('|'))));
    }
    ids.removeIf(id -> !id.startsWith("9000") && !id.endsWith("3") && !id.equals("100"));
    for (String id : ids.stream().limit(150).toList()) {
      for (long batch : new long[] {plain.lastBatch(), plain.lastBatch() / 2}) {
        assertThat(history(folded.connection, batch, id))
            .as(id + " as of " + batch)
            .isEqualTo(history(plain.connection, batch, id));
      }
    }
  }

  private static List<String> read(Connection connection, long batch) {
    List<String> rows = new ArrayList<>();
    try (OrderCursor cursor = OrderCursor.open(connection, batch)) {
      while (cursor.next()) {
        rows.add(Orders.text(cursor.row()) + "|" + cursor.batch() + "|" + cursor.row().line);
      }
    }
    return rows;
  }

  private static List<String> history(Connection connection, long batch, String id) {
    return OrderHistory.of(connection, batch, id).stream()
        .map(version ->
            Orders.text(version.row())
                + "|"
                + version.batch()
                + "|"
                + version.supersededBy()
                + "|"
                + version.row().line)
        .toList();
  }

  @Test
  void nightsComeToWhatOneImportComesTo() throws Exception {
    try (OrderStore folded = OrderStore.inMemory(scratch);
        OrderStore whole = OrderStore.inMemory(scratch)) {
      Random random = new Random(7);
      Map<String, OrderRow> newest = new LinkedHashMap<>();
      List<OrderRow> rows = base(random);
      for (int night = 0; night <= NIGHTS; night++) {
        rows.forEach(row -> newest.put(String.valueOf(row.orderId), row));
        OrderFolding.foldWhereDue(folded, MEMORY);
        folded.load(rows);
        rows = night(random, night);
      }
      whole.load(List.copyOf(newest.values()));
      assertThat(folded.count("order_fold")).isPositive();
      assertThat(OrderDigest.of(folded.connection, Long.MAX_VALUE))
          .isEqualTo(OrderDigest.of(whole.connection, Long.MAX_VALUE));
    }
  }

  @Test
  void sqlShowsTheSameVersionsBeforeAndAfter() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      Random random = new Random(11);
      store.load(base(random));
      for (int night = 0; night < NIGHTS; night++) {
        store.load(night(random, night));
      }
      List<String> queries =
          List.of(
              "select * from history_orders order by order_id, batch",
              "select * from history_orders where order_id = '100' order by batch",
              "select * from orders where order_id = '100'",
              "select count(*), sum(amount) from orders",
              "select count(*), sum(line) from history_orders where batch <= 50");
      List<List<String>> before = new ArrayList<>();
      for (String query : queries) {
        before.add(answer(store.connection, query));
      }
      OrderFolding.foldWhereDue(store, MEMORY);
      assertThat(store.count("order_fold")).isPositive();
      for (int i = 0; i < queries.size(); i++) {
        assertThat(answer(store.connection, queries.get(i)))
            .as(queries.get(i))
            .isEqualTo(before.get(i));
      }
    }
  }

  private static List<String> answer(Connection connection, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.append(found.getString(i)).append('|');
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  /** Fails the first, the second, … use of the connection, until the folding goes through. */
  @Test
  void aFoldingThatFailsAnywhereLeavesTheOrdersAsTheyWere() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      Random random = new Random(5);
      store.load(base(random));
      for (int night = 0; night < 70; night++) {
        store.load(night(random, night));
      }
      List<String> now = read(store.connection, Long.MAX_VALUE);
      List<String> then = read(store.connection, 30);
      List<String> versions = history(store.connection, Long.MAX_VALUE, "100");
      int fails = 0;
      while (!foldsWithin(store, fails)) {
        assertThat(read(store.connection, Long.MAX_VALUE)).as("after " + fails).isEqualTo(now);
        assertThat(read(store.connection, 30)).isEqualTo(then);
        assertThat(history(store.connection, Long.MAX_VALUE, "100")).isEqualTo(versions);
        fails += fails < 20 ? 1 : 151;
      }
      assertThat(fails).isGreaterThan(200);
      assertThat(store.count("order_segment")).isLessThan(20);
      assertThat(store.count("order_replaced")).isZero();
      assertThat(read(store.connection, Long.MAX_VALUE)).isEqualTo(now);
      assertThat(read(store.connection, 30)).isEqualTo(then);
    }
  }

  /** Whether it needed no more than so many uses of the connection. */
  private static boolean foldsWithin(OrderStore store, int uses) throws SQLException {
    Failing failing = new Failing(store, uses);
    try {
      OrderFolding.foldWhereDue(failing, MEMORY);
      return true;
    } catch (ToolException.Resources e) {
      store.connection.rollback();
      return false;
    }
  }

  /** A connection that fails after so many uses. */
  private static final class Failing implements StoreConnection {
    private final Connection connection;
    private int left;

    Failing(OrderStore store, int uses) {
      left = uses;
      connection = failing(Connection.class, store.connection);
    }

    private <T> T failing(Class<T> type, T real) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, arguments) -> {
                boolean counts =
                    method.getName().startsWith("execute") || method.getName().equals("commit");
                if (counts && left-- <= 0) {
                  throw new SQLException("no more");
                }
                try {
                  Object result = method.invoke(real, arguments);
                  if (result instanceof java.sql.PreparedStatement prepared) {
                    return failing(java.sql.PreparedStatement.class, prepared);
                  }
                  return result instanceof Statement statement
                      ? failing(Statement.class, statement)
                      : result;
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              }));
    }

    @Override
    public Connection connection() {
      return connection;
    }

    @Override
    public boolean giveWay() {
      return false;
    }
  }
}
