package dev.partnerops.orders;

import org.h2.api.TableEngine;
import org.h2.command.ddl.CreateTableData;
import org.h2.table.Table;

/**
 * Makes the read-only tables {@code orders} and {@code history_orders} of H2 over the segments
 * (RULES 4). H2 finds it by name, so it is public; it extends classes inside H2 and is tied to the
 * pinned version.
 */
public final class OrdersTableEngine implements TableEngine {

  /** For H2. */
  public OrdersTableEngine() {}

  @Override
  public Table createTable(CreateTableData data) {
    return new OrdersTable(data);
  }
}
