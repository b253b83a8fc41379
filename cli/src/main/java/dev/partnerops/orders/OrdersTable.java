package dev.partnerops.orders;

import dev.partnerops.store.ReadOnlyTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.h2.command.ddl.CreateTableData;
import org.h2.engine.CastDataProvider;
import org.h2.engine.SessionLocal;
import org.h2.index.Index;
import org.h2.table.Column;
import org.h2.table.IndexColumn;
import org.h2.value.Value;
import org.h2.value.ValueVarchar;

/**
 * The orders as H2 sees them: newest versions as of the batch in the session's variable
 * {@code @batch} (all published ones where it is not set), or with the engine's parameter {@code
 * history} every version.
 */
final class OrdersTable extends ReadOnlyTable {

  /** Stands for the batch among the numbers of columns. */
  static final int BATCH_COLUMN = -1;

  /** Stands for a column that a workspace adds: its number depends on the store. */
  static final int OWN_COLUMN = -2;

  private static final String BATCH_NAME = "batch";

  private static final String BATCH_VARIABLE = "BATCH";
  private static final String HISTORY = "history";

  private final boolean history;
  private final SqlSnapshots snapshots;
  private final ArrayList<Index> indexes = new ArrayList<>();
  private final int[] columnNumbers;
  private final OrderColumn[] orderColumns = OrderColumn.values();

  OrdersTable(CreateTableData data) {
    super(data);
    history = data.tableEngineParams != null && data.tableEngineParams.contains(HISTORY);
    snapshots = new SqlSnapshots(getDatabase());
    columnNumbers = Arrays.stream(columns).mapToInt(OrdersTable::columnNumber).toArray();
    indexes.add(new OrdersIndex(this, OrdersIndex.Lookup.SCAN, IndexColumn.wrap(columns)));
    for (Column column : columns) {
      OrdersIndex.Lookup.find(column.getName().toLowerCase(Locale.ROOT))
          .ifPresent(lookup ->
              indexes.add(new OrdersIndex(this, lookup, IndexColumn.wrap(new Column[] {column}))));
    }
  }

  private static int columnNumber(Column column) {
    String name = column.getName().toLowerCase(Locale.ROOT);
    for (OrderColumn known : OrderColumn.values()) {
      if (known.word().equals(name)) {
        return known.number();
      }
    }
    return name.equals(BATCH_NAME) ? BATCH_COLUMN : OWN_COLUMN;
  }

  /** The name of the column at a place, as orders have it. */
  String columnName(int place) {
    return columns[place].getName().toLowerCase(Locale.ROOT);
  }

  /** A text as the column at a place is declared. */
  Value typed(int place, String text) {
    return ValueVarchar.get(text).convertTo(columns[place].getType(), getDatabase());
  }

  /** What each column of the table is in a segment. */
  int[] columnNumbers() {
    return columnNumbers;
  }

  OrderColumn orderColumn(int number) {
    return orderColumns[number];
  }

  CastDataProvider provider() {
    return getDatabase();
  }

  boolean isHistory() {
    return history;
  }

  SqlSnapshots.Snapshot snapshot(SessionLocal session) {
    Value batch = session.getVariable(BATCH_VARIABLE);
    return snapshots.at(batch.getValueType() == Value.NULL ? Long.MAX_VALUE : batch.getLong());
  }

  @Override
  public void close(SessionLocal session) {
    snapshots.close();
  }

  @Override
  public List<Index> getIndexes() {
    return indexes;
  }

  @Override
  public boolean canGetRowCount(SessionLocal session) {
    return true;
  }

  @Override
  public long getRowCount(SessionLocal session) {
    SqlSnapshots.Snapshot snapshot = snapshot(session);
    return history ? snapshot.versions() : snapshot.orders();
  }

  @Override
  public long getRowCountApproximation(SessionLocal session) {
    return getRowCount(session);
  }
}
