package dev.partnerops.orders;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.h2.api.ErrorCode;
import org.h2.command.ddl.CreateTableData;
import org.h2.engine.CastDataProvider;
import org.h2.engine.SessionLocal;
import org.h2.index.Index;
import org.h2.index.IndexType;
import org.h2.message.DbException;
import org.h2.result.Row;
import org.h2.table.Column;
import org.h2.table.IndexColumn;
import org.h2.table.TableBase;
import org.h2.table.TableType;
import org.h2.value.Value;

/**
 * The orders as H2 sees them: newest versions as of the batch in the session's variable
 * {@code @batch} (all published ones where it is not set), or with the engine's parameter {@code
 * history} every version.
 */
final class OrdersTable extends TableBase {

  /** Stands for the batch among the numbers of columns. */
  static final int BATCH_COLUMN = -1;

  private static final String BATCH_VARIABLE = "BATCH";
  private static final String HISTORY = "history";

  private final boolean history;
  private final SqlSnapshots snapshots;
  private final OrdersIndex scan;
  private final ArrayList<Index> indexes = new ArrayList<>();
  private final int[] columnNumbers;
  private final OrderColumn[] orderColumns = OrderColumn.values();

  OrdersTable(CreateTableData data) {
    super(data);
    history = data.tableEngineParams != null && data.tableEngineParams.contains(HISTORY);
    snapshots = new SqlSnapshots(getDatabase());
    columnNumbers = Arrays.stream(columns).mapToInt(OrdersTable::columnNumber).toArray();
    scan = new OrdersIndex(this, OrdersIndex.Lookup.SCAN, IndexColumn.wrap(columns));
    indexes.add(scan);
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
    return BATCH_COLUMN;
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
  public Index addIndex(
      SessionLocal session,
      String indexName,
      int indexId,
      IndexColumn[] indexColumns,
      int uniqueColumnCount,
      IndexType indexType,
      boolean create,
      String indexComment) {
    throw readOnly();
  }

  @Override
  public void removeRow(SessionLocal session, Row row) {
    throw readOnly();
  }

  @Override
  public void addRow(SessionLocal session, Row row) {
    throw readOnly();
  }

  @Override
  public long truncate(SessionLocal session) {
    throw readOnly();
  }

  @Override
  public void checkSupportAlter() {
    throw readOnly();
  }

  static DbException readOnly() {
    return DbException.get(ErrorCode.DATABASE_IS_READ_ONLY);
  }

  @Override
  public boolean isInsertable() {
    return false;
  }

  @Override
  public TableType getTableType() {
    return TableType.EXTERNAL_TABLE_ENGINE;
  }

  @Override
  public Index getScanIndex(SessionLocal session) {
    return scan;
  }

  @Override
  public List<Index> getIndexes() {
    return indexes;
  }

  /** Answers depend on {@code @batch}, which no modification counter knows. */
  @Override
  public long getMaxDataModificationId() {
    return Long.MAX_VALUE;
  }

  @Override
  public boolean isDeterministic() {
    return false;
  }

  @Override
  public boolean canReference() {
    return false;
  }

  @Override
  public boolean canDrop() {
    return true;
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
