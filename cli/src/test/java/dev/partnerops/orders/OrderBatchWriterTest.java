package dev.partnerops.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderBatchWriterTest {

  @TempDir private Path scratch;

  private static List<String> read(OrderStore store, long batch) {
    List<String> rows = new ArrayList<>();
    try (OrderCursor cursor = OrderCursor.open(store.connection, batch)) {
      while (cursor.next()) {
        rows.add(Orders.text(cursor.row()));
      }
    }
    return rows;
  }

  private static OrderRow order(String id) {
    return Orders.order(id, "M1", 100, Orders.OCTOBER);
  }

  @Test
  void keepsIdsAsTheyAreAndSortsNumbersByValueThenTextsByBytes() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      List<String> ids =
          List.of(
              "007",
              "10",
              "9",
              "A1",
              "9223372036854775808",
              "9223372036854775807",
              "订单",
              "7",
              "0",
              "00",
              "1e5",
              "-3");
      OrderBatchResult result = store.load(ids.stream().map(id -> order(id)).toList());
      assertThat(result.inserted()).isEqualTo(new OrderBatchResult.Tally(12, 1200));
      assertThat(read(store, 1).stream().map(row -> row.substring(0, row.indexOf('|'))))
          .containsExactly(
              "0",
              "7",
              "9",
              "10",
              "9223372036854775807",
              "-3",
              "00",
              "007",
              "1e5",
              "9223372036854775808",
              "A1",
              "订单");
    }
  }

  @Test
  void countsEqualRowsOnceAndRejectsUnlikeOnes() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      OrderRow first = order("1");
      OrderRow again = order("1");
      again.line = 5;
      OrderRow other = order("2");
      other.line = 3;
      OrderRow unlike = order("2");
      unlike.line = 4;
      unlike.amountFen = 300;
      OrderBatchResult result = store.load(List.of(first, other, unlike, again));
      assertThat(result)
          .isEqualTo(
              new OrderBatchResult(
                  new OrderBatchResult.Tally(1, 100),
                  new OrderBatchResult.Tally(0, 0),
                  new OrderBatchResult.Tally(1, 100),
                  new OrderBatchResult.Tally(2, 400),
                  Orders.OCTOBER,
                  Orders.OCTOBER,
                  List.of()));
      assertThat(store.rejects)
          .containsExactlyInAnyOrder(
              new OrderReject.SameOrder(3, 4, "2"), new OrderReject.SameOrder(4, 3, "2"));
    }
  }

  @Test
  void takesTheLastLineWhereLastWins() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      List<OrderRow> rows = new ArrayList<>();
      for (int line : new int[] {4, 2, 9, 3}) {
        OrderRow row = order("x");
        row.line = line;
        row.amountFen = line;
        rows.add(row);
      }
      OrderBatchOptions all = OrderBatchOptions.allColumns(scratch, 1 << 20);
      OrderBatchResult result =
          store.load(rows, new OrderBatchOptions(all.columns(), List.of(), true, scratch, 1 << 20));
      assertThat(result.inserted()).isEqualTo(new OrderBatchResult.Tally(1, 9));
      assertThat(result.unchanged()).isEqualTo(new OrderBatchResult.Tally(3, 9));
      assertThat(OrderHistory.of(store.connection, 1, "x").getFirst().row().line).isEqualTo(9);
    }
  }

  @Test
  void keepsWhatTheFileLacksAndChecksTheWholeRow() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      OrderRow full = order("1");
      full.buyerId = "小王";
      full.rating = 5;
      store.load(List.of(full, order("2")));
      Set<OrderColumn> columns =
          EnumSet.of(OrderColumn.ORDER_ID, OrderColumn.REFUND_AMOUNT, OrderColumn.COMPLETED_AT);
      OrderBatchOptions options =
          new OrderBatchOptions(columns, List.of(), false, scratch, 1 << 20);
      OrderRow refund = new OrderRow();
      refund.orderId = "1";
      refund.refundFen = 60;
      refund.line = 2;
      OrderRow tooMuch = new OrderRow();
      tooMuch.orderId = "2";
      tooMuch.refundFen = 101;
      tooMuch.line = 3;
      OrderRow unknown = new OrderRow();
      unknown.orderId = "3";
      unknown.line = 4;
      OrderBatchResult result = store.load(List.of(refund, tooMuch, unknown), options);
      assertThat(result.amended()).isEqualTo(new OrderBatchResult.Tally(1, 0));
      assertThat(store.rejects)
          .containsExactlyInAnyOrder(
              new OrderReject.RefundAboveAmount(3, 101, 100),
              new OrderReject.Incomplete(4, OrderColumn.MERCHANT_ID));
      full.refundFen = 60;
      assertThat(read(store, 2)).containsExactly(Orders.text(full), Orders.text(order("2")));
      assertThat(read(store, 1)).hasSize(2).doesNotContain(Orders.text(full));
    }
  }

  @Test
  void rejectsWhatAnAmendmentMakesCompletedBeforePaid() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      store.load(List.of(order("1")));
      OrderRow early = new OrderRow();
      early.orderId = "1";
      early.completedAt = Orders.OCTOBER - 1;
      early.line = 7;
      store.load(
          List.of(early),
          new OrderBatchOptions(
              EnumSet.of(OrderColumn.ORDER_ID, OrderColumn.COMPLETED_AT),
              List.of(),
              false,
              scratch,
              1 << 20));
      assertThat(store.rejects).containsExactly(new OrderReject.CompletedBeforePaid(7));
    }
  }

  @Test
  void showsAllVersionsWithBatchAndLine() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      store.load(List.of(order("a"), order("b")));
      OrderRow later = order("a");
      later.status = OrderStatus.SHIPPED;
      later.line = 11;
      store.load(List.of(later));
      List<OrderVersion> versions = OrderHistory.of(store.connection, 2, "a");
      assertThat(versions).extracting(OrderVersion::batch).containsExactly(1L, 2L);
      assertThat(versions).extracting(OrderVersion::supersededBy).containsExactly(2L, 0L);
      assertThat(versions).extracting(version -> version.row().line).containsExactly(2L, 11L);
      assertThat(OrderHistory.of(store.connection, 1, "a")).hasSize(1);
      assertThat(OrderHistory.of(store.connection, 2, "c")).isEmpty();
    }
  }

  @Test
  void hidesWithdrawnBatchesFromTheWithdrawalOn() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      store.load(List.of(order("a"), order("b")));
      List<String> first = read(store, 1);
      OrderRow later = order("a");
      later.status = OrderStatus.SHIPPED;
      store.load(List.of(later, order("c")));
      List<String> second = read(store, 2);
      store.withdraw(2);
      assertThat(read(store, 3)).isEqualTo(first);
      assertThat(read(store, 2)).isEqualTo(second);
      OrderBatchResult again = store.load(List.of(later, order("c")));
      assertThat(again.inserted().rows()).isEqualTo(1);
      assertThat(again.amended().rows()).isEqualTo(1);
      assertThat(again.buildsOn()).containsExactly(1L);
      assertThat(read(store, 4)).isEqualTo(second);
    }
  }

  @Test
  void removesWhatAnUnpublishedBatchLeft() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      store.load(List.of(order("a")));
      OrderRow unseen = Orders.order("b", "M-unseen", 1, Orders.OCTOBER);
      OrderRow later = order("a");
      later.amountFen = 5;
      store.loadUnpublished(List.of(unseen, later), OrderBatchOptions.allColumns(scratch, 1 << 20));
      assertThat(read(store, 9)).hasSize(1);
      assertThat(store.count("order_segment")).isEqualTo(2);
      OrderBatchResult result = store.load(List.of(Orders.order("c", "M2", 7, Orders.OCTOBER)));
      assertThat(result.inserted().rows()).isEqualTo(1);
      assertThat(store.count("order_segment")).isEqualTo(2);
      assertThat(store.count("order_superseded")).isZero();
      assertThat(store.count("batch_builds_on")).isZero();
      assertThat(read(store, 2)).hasSize(2).last().asString().contains("M2");
    }
  }

  @Test
  void noticesDamage() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      store.load(List.of(order("a"), order("b")));
      try (Statement statement = store.connection.createStatement()) {
        statement.executeUpdate(
            "update base.order_column set content = x'01' || substring(content from 2)"
                + " where segment_column = 64 + "
                + OrderColumn.AMOUNT.number());
      }
      assertThatThrownBy(() -> read(store, 1))
          .isInstanceOf(ToolException.StoreDamaged.class)
          .hasMessageContaining("order segment 1");
    }
  }

  @Test
  void keepsOwnColumns() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      OrderBatchOptions all = OrderBatchOptions.allColumns(scratch, 1 << 20);
      OrderRow own = new OrderRow(1);
      own.orderId = "1";
      own.merchantId = "M1";
      own.amountFen = 3;
      own.status = OrderStatus.PAID;
      own.paidAt = 5;
      own.own[0] = "自购";
      store.load(
          List.of(own),
          new OrderBatchOptions(all.columns(), List.of("kind"), false, scratch, 1 << 20));
      OrderRow amended = Orders.order("1", "M1", 4, 5);
      store.load(List.of(amended));
      OrderVersion newest = OrderHistory.of(store.connection, 2, "1").getLast();
      assertThat(newest.ownColumns()).containsExactly("kind");
      assertThat(newest.row().own).containsExactly("自购");
      assertThat(newest.row().amountFen).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void agreesWithAMapWhateverTheOrderAndTheCuts(long seed) throws Exception {
    Random random = new Random(seed);
    boolean texts = seed % 2 == 0;
    Map<String, OrderRow> expected = new TreeMap<>();
    List<List<OrderRow>> batches = new ArrayList<>();
    for (int batch = 0; batch < 4; batch++) {
      Map<String, OrderRow> rows = new TreeMap<>();
      for (int i = 0; i < 8_000; i++) {
        int number = random.nextInt(24_000);
        String id = texts && number % 3 == 0 ? "T" + number : String.valueOf(number * 7919L);
        OrderRow known = expected.get(id);
        OrderRow row =
            known != null && random.nextBoolean()
                ? Orders.copy(known)
                : Orders.random(random, id, i + 2);
        row.line = i + 2L;
        rows.put(id, row);
      }
      List<OrderRow> shuffled = new ArrayList<>(rows.values());
      Collections.shuffle(shuffled, random);
      batches.add(shuffled);
      expected.putAll(rows);
    }
    String whole;
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      loadAndCompare(store, batches);
      whole = OrderDigest.of(store.connection, store.lastBatch());
      assertThat(read(store, store.lastBatch()).stream().sorted().toList())
          .isEqualTo(expected.values().stream().map(Orders::text).sorted().toList());
    }
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      List<OrderRow> newest = new ArrayList<>(expected.values());
      Collections.shuffle(newest, random);
      store.load(newest.subList(0, newest.size() / 2), OrderBatchOptions.allColumns(scratch, 1));
      store.load(
          newest.subList(newest.size() / 2, newest.size()),
          OrderBatchOptions.allColumns(scratch, 1));
      assertThat(OrderDigest.of(store.connection, 2)).isEqualTo(whole);
    }
  }

  @Test
  void mergesWhatDidNotFitItsMemory() throws Exception {
    List<OrderRow> rows = new ArrayList<>();
    for (int i = 0; i < 150_000; i++) {
      OrderRow row = Orders.order((i % 5 == 0 ? "T" : "") + i * 31L % 150_000, "M" + i % 7, i, i);
      row.line = i + 2L;
      rows.add(row);
    }
    try (OrderStore spilled = OrderStore.inMemory(scratch);
        OrderStore inMemory = OrderStore.inMemory(scratch)) {
      OrderBatchResult result = spilled.load(rows, OrderBatchOptions.allColumns(scratch, 1));
      assertThat(result.inserted().rows()).isEqualTo(150_000);
      assertThat(scratch).isEmptyDirectory();
      inMemory.load(rows);
      assertThat(OrderDigest.of(spilled.connection, 1))
          .isEqualTo(OrderDigest.of(inMemory.connection, 1));
      assertThat(spilled.count("order_segment")).isEqualTo(10);
    }
  }

  private static void loadAndCompare(OrderStore store, List<List<OrderRow>> batches)
      throws SQLException, IOException {
    Map<String, String> stored = new TreeMap<>();
    for (List<OrderRow> batch : batches) {
      long inserted = 0;
      long amended = 0;
      for (OrderRow row : batch) {
        String before = stored.put(row.orderId, Orders.text(row));
        inserted += before == null ? 1 : 0;
        amended += before != null && !before.equals(Orders.text(row)) ? 1 : 0;
      }
      OrderBatchResult result = store.load(batch);
      assertThat(store.rejects).isEmpty();
      assertThat(result.inserted().rows()).isEqualTo(inserted);
      assertThat(result.amended().rows()).isEqualTo(amended);
      assertThat(result.rows()).isEqualTo(batch.size());
    }
  }

  @Test
  void readersBetweenItsTurnsSeeNothingOfABatchAndChangeNothing() throws Exception {
    List<OrderRow> before = new ArrayList<>();
    List<OrderRow> amended = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      before.add(order(Integer.toString(i)));
      amended.add(Orders.order(Integer.toString(i * 2), "M2", 300, Orders.OCTOBER));
    }
    String whole;
    try (OrderStore alone = OrderStore.at("jdbc:h2:file:" + scratch.resolve("alone"), scratch)) {
      alone.load(before);
      alone.load(amended);
      whole = OrderDigest.of(alone.connection, Long.MAX_VALUE);
    }
    String url = "jdbc:h2:file:" + scratch.resolve("turns");
    try (OrderStore store = OrderStore.at(url, scratch)) {
      store.load(before);
      String first = OrderDigest.of(store.connection, Long.MAX_VALUE);
      Set<String> seen = new TreeSet<>();
      AtomicInteger turns = new AtomicInteger();
      store.letReadersIn(() -> {
        try (Connection reader =
            DriverManager.getConnection(url + ";ACCESS_MODE_DATA=r", "admin", "")) {
          seen.add(OrderDigest.of(reader, Long.MAX_VALUE));
          turns.incrementAndGet();
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      });
      store.load(amended);
      assertThat(turns).hasValueGreaterThan(10);
      assertThat(seen).containsExactly(first);
      assertThat(OrderDigest.of(store.connection, Long.MAX_VALUE)).isEqualTo(whole);
    }
  }
}
