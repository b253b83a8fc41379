package dev.partnerops.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What a store says of its orders, as of any batch. */
final class OrderStates {

  private OrderStates() {}

  /** Current rows as of every tenth batch, and the history of many orders, are the same. */
  static void assertSame(OrderStore plain, OrderStore folded) {
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

  static List<String> read(Connection connection, long batch) {
    List<String> rows = new ArrayList<>();
    try (OrderCursor cursor = OrderCursor.open(connection, batch)) {
      while (cursor.next()) {
        rows.add(Orders.text(cursor.row()) + "|" + cursor.batch() + "|" + cursor.row().line);
      }
    }
    return rows;
  }

  static List<String> history(Connection connection, long batch, String id) {
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
}
