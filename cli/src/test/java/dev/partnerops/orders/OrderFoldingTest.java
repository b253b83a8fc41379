package dev.partnerops.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.ToolException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folding changes nothing but the number of segments (RULES 5). */
final class OrderFoldingTest {

  private static final int NIGHTS = 100;
  private static final long MEMORY = 1 << 26;

  @TempDir private Path scratch;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void everyOlderStateAndHistoryStaysWhatItWas(long seed) throws Exception {
    try (OrderStore plain = OrderStore.inMemory(scratch);
        OrderStore folded = OrderStore.inMemory(scratch)) {
      Random random = new Random(seed);
      List<OrderRow> first = Nights.base(random);
      plain.load(first);
      folded.load(first);
      for (int night = 0; night < NIGHTS; night++) {
        OrderFolding.foldWhereDue(folded, MEMORY);
        List<OrderRow> rows = Nights.night(random, night);
        assertThat(folded.load(rows)).isEqualTo(plain.load(rows));
        if (night % 9 == 8) {
          // Of what stands, the last batch: nothing builds on it.
          long last = plain.lastBatch();
          plain.withdraw(last);
          folded.withdraw(last);
        }
        if (night == 10 || night == 30) {
          List<OrderRow> apart = Nights.apart(random);
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
      OrderStates.assertSame(plain, folded);
    }
  }

  private static long newestOfOrder(OrderStore store, String id) {
    return OrderHistory.of(store.connection, Long.MAX_VALUE, id).getLast().batch();
  }

  @Test
  void nightsComeToWhatOneImportComesTo() throws Exception {
    try (OrderStore folded = OrderStore.inMemory(scratch);
        OrderStore whole = OrderStore.inMemory(scratch)) {
      Random random = new Random(7);
      Map<String, OrderRow> newest = new LinkedHashMap<>();
      List<OrderRow> rows = Nights.base(random);
      for (int night = 0; night <= NIGHTS; night++) {
        rows.forEach(row -> newest.put(String.valueOf(row.orderId), row));
        OrderFolding.foldWhereDue(folded, MEMORY);
        folded.load(rows);
        rows = Nights.night(random, night);
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
      store.load(Nights.base(random));
      for (int night = 0; night < NIGHTS; night++) {
        store.load(Nights.night(random, night));
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
      store.load(Nights.base(random));
      for (int night = 0; night < 70; night++) {
        store.load(Nights.night(random, night));
      }
      List<String> now = OrderStates.read(store.connection, Long.MAX_VALUE);
      List<String> then = OrderStates.read(store.connection, 30);
      List<String> versions = OrderStates.history(store.connection, Long.MAX_VALUE, "100");
      int fails = 0;
      while (!foldsWithin(store, fails)) {
        assertThat(OrderStates.read(store.connection, Long.MAX_VALUE))
            .as("after " + fails)
            .isEqualTo(now);
        assertThat(OrderStates.read(store.connection, 30)).isEqualTo(then);
        assertThat(OrderStates.history(store.connection, Long.MAX_VALUE, "100"))
            .isEqualTo(versions);
        fails += fails < 20 ? 1 : 151;
      }
      assertThat(fails).isGreaterThan(200);
      assertThat(store.count("order_segment")).isLessThan(20);
      assertThat(store.count("order_replaced")).isZero();
      assertThat(OrderStates.read(store.connection, Long.MAX_VALUE)).isEqualTo(now);
      assertThat(OrderStates.read(store.connection, 30)).isEqualTo(then);
    }
  }

  /** Whether it needed no more than so many uses of the connection. */
  private static boolean foldsWithin(OrderStore store, int uses) throws SQLException {
    FailingConnection failing = new FailingConnection(store, uses);
    try {
      OrderFolding.foldWhereDue(failing, MEMORY);
      return true;
    } catch (ToolException.Resources e) {
      store.connection.rollback();
      return false;
    }
  }
}
