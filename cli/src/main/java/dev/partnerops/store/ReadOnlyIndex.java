package dev.partnerops.store;

import org.h2.command.query.AllColumnsForPlan;
import org.h2.engine.SessionLocal;
import org.h2.index.Index;
import org.h2.index.IndexCondition;
import org.h2.index.IndexType;
import org.h2.result.Row;
import org.h2.result.SortOrder;
import org.h2.table.Column;
import org.h2.table.IndexColumn;
import org.h2.table.TableFilter;
import org.jspecify.annotations.Nullable;

/** A way into a {@link ReadOnlyTable}, for which nothing is stored. */
public abstract class ReadOnlyIndex extends Index {

  /**
   * As a hash: H2 takes the rows of any other index for sorted, and would not find the rows of one
   * group that lie apart.
   */
  private static final IndexType UNSORTED = IndexType.createNonUnique(true, true, false);

  private final boolean scan;

  /**
   * A way in.
   *
   * @param scan whether it reads everything, else what its one column limits
   */
  protected ReadOnlyIndex(ReadOnlyTable table, String name, IndexColumn[] columns, boolean scan) {
    super(
        table,
        0,
        table.getName() + "_" + name,
        columns,
        0,
        scan ? IndexType.createScan(true) : UNSORTED);
    this.scan = scan;
  }

  /**
   * What reading through this costs, in no unit but that of the table's other ways in.
   *
   * @param mask what limits its one column, as {@link IndexCondition} has it; 0 where nothing does
   */
  protected abstract long cost(SessionLocal session, int mask);

  /** The one floating number there is: H2 asks for it. */
  @Override
  public final double getCost(
      SessionLocal session,
      int[] masks,
      TableFilter[] filters,
      int filter,
      SortOrder sortOrder,
      AllColumnsForPlan allColumnsSet,
      boolean isSelectCommand) {
    return cost(session, masks == null || scan ? 0 : masks[columnIds[0]]);
  }

  @Override
  public final boolean isFindUsingFullTableScan() {
    return scan;
  }

  /** None, since nothing is stored; else H2 would take an answer for sorted as the columns are. */
  @Override
  public final @Nullable String getCreateSQL() {
    return null;
  }

  @Override
  public final int getColumnIndex(Column column) {
    return scan ? -1 : super.getColumnIndex(column);
  }

  @Override
  public final boolean isFirstColumn(Column column) {
    return !scan && super.isFirstColumn(column);
  }

  @Override
  public final void close(SessionLocal session) {}

  @Override
  public final void add(SessionLocal session, Row row) {
    throw ReadOnlyTable.readOnly();
  }

  @Override
  public final void remove(SessionLocal session, Row row) {
    throw ReadOnlyTable.readOnly();
  }

  @Override
  public final void remove(SessionLocal session) {}

  @Override
  public final void truncate(SessionLocal session) {
    throw ReadOnlyTable.readOnly();
  }

  @Override
  public final boolean needRebuild() {
    return false;
  }

  @Override
  public final long getRowCount(SessionLocal session) {
    return table.getRowCount(session);
  }

  @Override
  public final long getRowCountApproximation(SessionLocal session) {
    return table.getRowCountApproximation(session);
  }
}
