package dev.partnerops.store;

import java.sql.Connection;
import java.util.Iterator;
import java.util.List;
import org.h2.command.ddl.CreateTableData;
import org.h2.engine.SessionLocal;
import org.h2.index.Cursor;
import org.h2.index.Index;
import org.h2.index.IndexCondition;
import org.h2.result.Row;
import org.h2.result.SearchRow;
import org.h2.table.Column;
import org.h2.table.IndexColumn;
import org.h2.value.Value;
import org.h2.value.ValueNull;
import org.h2.value.ValueToObjectConverter;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The rows of a {@link RowTableEngine.Source} as H2 sees them. */
final class RowTable extends ReadOnlyTable {

  /** What the planner is told: nobody counts packed rows. */
  private static final long ROWS = 100_000;

  private static final long ROW_COST = 10;

  /** One number of the first column is a small part of all rows. */
  private static final long ONE_COST = 1_000;

  private final RowTableEngine.Source source;
  private final List<Index> indexes;
  private @Nullable DSLContext sql;

  RowTable(CreateTableData data, RowTableEngine.Source source) {
    super(data);
    this.source = source;
    this.indexes =
        List.of(
            new RowIndex(this, IndexColumn.wrap(columns), true),
            new RowIndex(this, IndexColumn.wrap(new Column[] {columns[0]}), false));
  }

  /** Reads as H2's own session: the user of a query has no right to the packed rows themselves. */
  private synchronized DSLContext sql() {
    if (sql == null) {
      Connection own = getDatabase().getSystemSession().createConnection(false);
      sql = Jooq.over(() -> own);
    }
    return sql;
  }

  private Cursor rows(long from, long to) {
    return new RowCursor(this, source.rows(sql(), from, to));
  }

  @Override
  public List<Index> getIndexes() {
    return indexes;
  }

  /** The connection is H2's own session, which is not ours to close. */
  @Override
  public void close(SessionLocal session) {}

  @Override
  public boolean canGetRowCount(SessionLocal session) {
    return false;
  }

  @Override
  public long getRowCount(SessionLocal session) {
    return ROWS;
  }

  @Override
  public long getRowCountApproximation(SessionLocal session) {
    return ROWS;
  }

  /** All rows, or those that the first column limits. */
  private static final class RowIndex extends ReadOnlyIndex {

    private final RowTable rows;
    private final boolean scan;

    RowIndex(RowTable table, IndexColumn[] columns, boolean scan) {
      super(table, scan ? "all" : "some", columns, scan);
      this.rows = table;
      this.scan = scan;
    }

    @Override
    public Cursor find(SessionLocal session, SearchRow first, SearchRow last, boolean reverse) {
      return scan
          ? rows.rows(Long.MIN_VALUE, Long.MAX_VALUE)
          : rows.rows(bound(first, Long.MIN_VALUE), bound(last, Long.MAX_VALUE));
    }

    private static long bound(@Nullable SearchRow row, long open) {
      Value value = row == null ? ValueNull.INSTANCE : row.getValue(0);
      return value.getValueType() == Value.NULL ? open : value.getLong();
    }

    @Override
    protected long cost(SessionLocal session, int mask) {
      long everything = ROW_COST * ROWS;
      if (mask == 0) {
        return scan ? everything : everything * 2;
      }
      return (mask & IndexCondition.EQUALITY) != 0 ? ONE_COST : everything / 2;
    }
  }

  private static final class RowCursor implements Cursor {

    private final RowTable table;
    private final Iterator<? extends List<? extends @Nullable Object>> rows;
    private @Nullable Row current;

    RowCursor(RowTable table, Iterator<? extends List<? extends @Nullable Object>> rows) {
      this.table = table;
      this.rows = rows;
    }

    @Override
    public boolean next() {
      current = rows.hasNext() ? new ListRow(table, rows.next()) : null;
      return current != null;
    }

    @Override
    public @Nullable Row get() {
      return current;
    }

    @Override
    public @Nullable SearchRow getSearchRow() {
      return current;
    }

    @Override
    public boolean previous() {
      throw readOnly();
    }
  }

  private static final class ListRow extends ReadOnlyRow {

    private final RowTable table;
    private final List<? extends @Nullable Object> values;

    ListRow(RowTable table, List<? extends @Nullable Object> values) {
      this.table = table;
      this.values = values;
    }

    @Override
    public int getColumnCount() {
      return values.size();
    }

    @Override
    public Value getValue(int column) {
      Object value = values.get(column);
      return value == null
          ? ValueNull.INSTANCE
          : ValueToObjectConverter.objectToValue(
              null, value, table.getColumn(column).getType().getValueType());
    }
  }
}
