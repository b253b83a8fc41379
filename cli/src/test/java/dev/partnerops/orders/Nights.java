package dev.partnerops.orders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A store's first orders and the small files that come after, with ids of both kinds. */
final class Nights {

  private Nights() {}

  /** Fifty rows: some new orders, some later states of old ones, some as they were. */
  static List<OrderRow> night(Random random, int night) {
    Map<String, OrderRow> rows = new LinkedHashMap<>();
    for (int i = 0; i < 50; i++) {
      int number = i < 20 ? 2_000 + night * 20 + i : random.nextInt(2_000 + night * 20);
      String id = number % 7 == 0 ? "T" + number : Integer.toString(number);
      rows.put(id, Orders.random(random, id, i + 2));
    }
    return List.copyOf(rows.values());
  }

  static List<OrderRow> base(Random random) {
    List<OrderRow> rows = new ArrayList<>();
    for (int number = 0; number < 2_000; number++) {
      String id = number % 7 == 0 ? "T" + number : Integer.toString(number);
      rows.add(Orders.random(random, id, number + 2));
    }
    return rows;
  }

  /** Orders that no night amends. */
  static List<OrderRow> apart(Random random) {
    List<OrderRow> rows = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      rows.add(Orders.random(random, Integer.toString(900_000 + i), i + 1));
    }
    return rows;
  }
}
