package dev.partnerops.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrdersTableTest {

  @TempDir private Path folder;

  private String url = "";
  private final Map<String, OrderRow> current = new TreeMap<>();

  /** A store on disk with an amendment and a withdrawn batch, and a user who may only read. */
  @BeforeEach
  void load() throws Exception {
    url = "jdbc:h2:" + folder.resolve("store");
    Random random = new Random(8);
    try (OrderStore store = OrderStore.at(url, folder)) {
      for (int batch = 0; batch < 3; batch++) {
        Map<String, OrderRow> rows = new TreeMap<>();
        for (int i = 0; i < 400; i++) {
          String id = (random.nextInt(4) == 0 ? "T" : "") + random.nextInt(600);
          rows.put(id, Orders.random(random, id, i + 2L));
        }
        store.load(new ArrayList<>(rows.values()));
        if (batch < 2) {
          current.putAll(rows);
        }
      }
      store.withdraw(3);
    }
  }

  private Connection reader() throws SQLException {
    Connection connection =
        DriverManager.getConnection(url + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE", "reader", "");
    batch(connection, 4);
    return connection;
  }

  private static void batch(Connection connection, long batch) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set @batch = " + batch);
    }
  }

  private static List<String> select(Connection connection, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          cells.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join(" ", cells));
      }
    }
    return rows;
  }

  @Test
  void showsTheNewestVersionsToAUserWhoMayOnlyRead() throws Exception {
    try (Connection reader = reader()) {
      assertThat(select(reader, "select count(*) from orders"))
          .containsExactly(String.valueOf(current.size()));
      List<String> expected =
          current.values().stream()
              .map(row ->
                  row.orderId
                      + " "
                      + row.merchantId
                      + " "
                      + row.buyerId
                      + " "
                      + (row.status == null ? "" : row.status.word()))
              .sorted()
              .toList();
      assertThat(
              select(reader, "select order_id, merchant_id, buyer_id, status from orders").stream()
                  .sorted())
          .isEqualTo(expected);
      assertThatThrownBy(() -> select(reader, "select * from base.order_column"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void showsTimesAndMoneyAsPeopleDo() throws Exception {
    OrderRow row = current.values().iterator().next();
    try (Connection reader = reader()) {
      assertThat(
              select(
                  reader,
                  "select amount * 100, extract(epoch from paid_at),"
                      + " extract(timezone_hour from paid_at) from orders where order_id = '"
                      + row.orderId
                      + "'"))
          .containsExactly(row.amountFen + ".00 " + row.paidAt + " 8");
    }
  }

  /** Batches lie one behind the other, so that an answer is in order only where H2 sorts it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select order_id from orders order by order_id",
        "select order_id from history_orders order by order_id",
        "select paid_at from orders where paid_at > timestamp '2000-01-01 00:00:00' order by"
            + " paid_at",
        "select distinct order_id from history_orders order by order_id"
      })
  void sortsRowsThatLieApart(String query) throws Exception {
    try (Connection reader = reader()) {
      assertThat(select(reader, query)).isNotEmpty().isSorted();
    }
  }

  @Test
  void groupsRowsThatLieApart() throws Exception {
    try (Connection reader = reader()) {
      assertThat(
              select(
                  reader,
                  "select order_id from history_orders where order_id > '0' group by order_id"))
          .isNotEmpty()
          .doesNotHaveDuplicates();
      assertThat(
              select(
                  reader,
                  "select paid_at from history_orders"
                      + " where paid_at > timestamp '2000-01-01 00:00:00' group by paid_at"))
          .isNotEmpty()
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void limitsWhatIsReadByThePaymentTime() throws Exception {
    try (Connection reader = reader()) {
      String from = "timestamp with time zone '2020-10-10 00:00:00+08:00'";
      String to = "timestamp with time zone '2020-10-20 00:00:00+08:00'";
      String query =
          "select count(*), sum(amount) from orders where paid_at >= "
              + from
              + " and paid_at < "
              + to;
      List<OrderRow> inside =
          current.values().stream()
              .filter(row ->
                  row.paidAt >= Orders.OCTOBER + 9 * 86_400
                      && row.paidAt < Orders.OCTOBER + 19 * 86_400)
              .toList();
      long fen = inside.stream().mapToLong(row -> row.amountFen).sum();
      assertThat(select(reader, query))
          .containsExactly(inside.size() + " " + BigDecimal.valueOf(fen, 2));
      assertThat(select(reader, "explain " + query).getFirst()).contains("ORDERS_PAID_AT");
      assertThat(
              select(reader, "explain select amount from orders where order_id = '7'").getFirst())
          .contains("ORDERS_ORDER_ID");
    }
  }

  @Test
  void findsOneOrderAndJoins() throws Exception {
    try (Connection reader = reader()) {
      for (String id : List.of("7", "T12", "007", "600001", "none")) {
        assertThat(select(reader, "select count(*) from orders where order_id = '" + id + "'"))
            .containsExactly(current.containsKey(id) ? "1" : "0");
      }
      assertThat(
              select(
                  reader,
                  "select count(*) from orders as a join orders as b on a.order_id = b.order_id"
                      + " where a.amount = b.amount"))
          .containsExactly(String.valueOf(current.size()));
      assertThat(select(reader, "select count(distinct merchant_id) from orders group by channel"))
          .isNotEmpty();
    }
  }

  @Test
  void readsAsOfTheBatchOfTheSession() throws Exception {
    try (Connection reader = reader()) {
      batch(reader, 1);
      List<String> first = select(reader, "select count(*), sum(amount) from orders");
      batch(reader, 3);
      assertThat(select(reader, "select count(*), sum(amount) from orders")).isNotEqualTo(first);
      batch(reader, 1);
      assertThat(select(reader, "select count(*), sum(amount) from orders")).isEqualTo(first);
      batch(reader, 4);
      assertThat(select(reader, "select count(*) from history_orders where batch = 1 and line > 0"))
          .isEqualTo(List.of(first.getFirst().split(" ", 2)[0]));
    }
  }

  @Test
  void takesNoChange() throws Exception {
    try (Connection writer = DriverManager.getConnection(url, "admin", "")) {
      for (String change :
          List.of(
              "insert into orders (order_id) values ('x')",
              "delete from orders",
              "update orders set amount = 0")) {
        assertThatThrownBy(
                () -> {
                  try (Statement statement = writer.createStatement()) {
                    statement.executeUpdate(change);
                  }
                })
            .as(change)
            .isInstanceOf(SQLException.class);
      }
    }
  }
}
