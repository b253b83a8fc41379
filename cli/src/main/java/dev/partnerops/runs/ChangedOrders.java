package dev.partnerops.runs;

import dev.partnerops.model.EntityId;
import dev.partnerops.orders.OrderChange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** How many orders of each entity came, were amended or went between two batches, and which. */
final class ChangedOrders {

  /** So many ids are told of an entity. */
  private static final int EXAMPLES = 5;

  private final Map<EntityId, Counted> counted = new HashMap<>();

  private static final class Counted {

    private final Map<OrderChange.Kind, Integer> counts = new EnumMap<>(OrderChange.Kind.class);
    private final TreeSet<String> ids = new TreeSet<>(EntityId::compareBytes);

    void add(OrderChange change) {
      counts.merge(change.kind(), 1, Integer::sum);
      ids.add(change.row().orderId);
      if (ids.size() > EXAMPLES) {
        ids.removeLast();
      }
    }
  }

  void add(EntityId id, OrderChange change) {
    counted.computeIfAbsent(id, each -> new Counted()).add(change);
  }

  /** {@code orders +3 amended 2 -1 (O1 O2 O3 O4 O5)}; empty where nothing changed. */
  String text(EntityId id) {
    Counted own = counted.get(id);
    if (own == null) {
      return "";
    }
    List<String> parts = new ArrayList<>(List.of("orders"));
    own.counts.forEach((kind, count) ->
        parts.add(
            switch (kind) {
              case ADDED -> "+" + count;
              case AMENDED -> "amended " + count;
              case GONE -> "-" + count;
            }));
    return String.join(" ", parts) + " (" + String.join(" ", own.ids) + ")";
  }
}
