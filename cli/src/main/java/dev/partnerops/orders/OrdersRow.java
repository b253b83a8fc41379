package dev.partnerops.orders;

import org.h2.result.Row;
import org.h2.result.SearchRow;
import org.h2.value.Value;

/** One order for H2, whose values are made when they are asked for. */
final class OrdersRow extends Row {

  private static final int MEMORY = 64;

  private final SqlSegment segment;
  private final int row;

  OrdersRow(SqlSegment segment, int row) {
    this.segment = segment;
    this.row = row;
  }

  @Override
  public Value[] getValueList() {
    Value[] values = new Value[getColumnCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = getValue(i);
    }
    return values;
  }

  @Override
  public int getColumnCount() {
    return segment.columns();
  }

  @Override
  public Value getValue(int column) {
    return segment.value(column, row);
  }

  @Override
  public void setValue(int column, Value value) {
    throw OrdersTable.readOnly();
  }

  @Override
  public void copyFrom(SearchRow source) {
    throw OrdersTable.readOnly();
  }

  @Override
  public int getMemory() {
    return MEMORY;
  }
}
