package dev.partnerops.auditing;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.importing.OrderCells;
import dev.partnerops.orders.OrderCursor;
import dev.partnerops.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What orders refer to, counted in one pass over them for all their columns. */
final class OrderReferences {

  private final Map<String, Map<String, Long>> counts = new HashMap<>();

  static OrderReferences count(Store store, DataSet orders) {
    OrderReferences references = new OrderReferences();
    List<Column> columns =
        orders.columns().stream().filter(column -> !column.references().isEmpty()).toList();
    columns.forEach(column -> references.counts.put(column.name(), new HashMap<>()));
    try (OrderCursor cursor = OrderCursor.open(store.connection(), store.lastBatch())) {
      while (cursor.next()) {
        columns.forEach(column -> references.add(column, cursor));
      }
    }
    return references;
  }

  private void add(Column column, OrderCursor cursor) {
    Object value = OrderCells.value(cursor.row(), column, cursor.ownColumns());
    Map<String, Long> ofColumn = counts.get(column.name());
    if (value != null && ofColumn != null) {
      ofColumn.merge(value.toString(), 1L, Long::sum);
    }
  }

  /** How many orders hold each value of the column. */
  Map<String, Long> counts(Column column) {
    return counts.getOrDefault(column.name(), Map.of());
  }
}
