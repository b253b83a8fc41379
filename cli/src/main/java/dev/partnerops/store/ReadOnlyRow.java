package dev.partnerops.store;

import org.h2.result.Row;
import org.h2.result.SearchRow;
import org.h2.value.Value;

/** A row of a {@link ReadOnlyTable}, whose values may be made when they are asked for. */
public abstract class ReadOnlyRow extends Row {

  private static final int MEMORY = 64;

  @Override
  public final Value[] getValueList() {
    Value[] values = new Value[getColumnCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = getValue(i);
    }
    return values;
  }

  @Override
  public final void setValue(int column, Value value) {
    throw ReadOnlyTable.readOnly();
  }

  @Override
  public final void copyFrom(SearchRow source) {
    throw ReadOnlyTable.readOnly();
  }

  @Override
  public final int getMemory() {
    return MEMORY;
  }
}
