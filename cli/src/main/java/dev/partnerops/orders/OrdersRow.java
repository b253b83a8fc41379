package dev.partnerops.orders;

import dev.partnerops.store.ReadOnlyRow;
import org.h2.value.Value;

/** One order for H2, whose values are made when they are asked for. */
final class OrdersRow extends ReadOnlyRow {

  private final SqlSegment segment;
  private final int row;

  OrdersRow(SqlSegment segment, int row) {
    this.segment = segment;
    this.row = row;
  }

  @Override
  public int getColumnCount() {
    return segment.columns();
  }

  @Override
  public Value getValue(int column) {
    return segment.value(column, row);
  }
}
