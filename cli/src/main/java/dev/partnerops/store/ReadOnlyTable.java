package dev.partnerops.store;

import java.util.List;
import org.h2.api.ErrorCode;
import org.h2.command.ddl.CreateTableData;
import org.h2.engine.SessionLocal;
import org.h2.index.Index;
import org.h2.index.IndexType;
import org.h2.message.DbException;
import org.h2.result.Row;
import org.h2.table.IndexColumn;
import org.h2.table.TableBase;
import org.h2.table.TableType;

/**
 * A table of H2 that holds nothing: its rows are made from what is stored packed (RULES 4, 23).
 * Extends classes inside H2 and is tied to the pinned version.
 */
public abstract class ReadOnlyTable extends TableBase {

  protected ReadOnlyTable(CreateTableData data) {
    super(data);
  }

  /** The ways into it; the first reads everything. */
  @Override
  public abstract List<Index> getIndexes();

  @Override
  public final Index getScanIndex(SessionLocal session) {
    return getIndexes().getFirst();
  }

  /** What writing to it is answered with. */
  public static DbException readOnly() {
    return DbException.get(ErrorCode.DATABASE_IS_READ_ONLY);
  }

  @Override
  public final Index addIndex(
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
  public final void removeRow(SessionLocal session, Row row) {
    throw readOnly();
  }

  @Override
  public final void addRow(SessionLocal session, Row row) {
    throw readOnly();
  }

  @Override
  public final long truncate(SessionLocal session) {
    throw readOnly();
  }

  @Override
  public final void checkSupportAlter() {
    throw readOnly();
  }

  @Override
  public final boolean isInsertable() {
    return false;
  }

  @Override
  public final TableType getTableType() {
    return TableType.EXTERNAL_TABLE_ENGINE;
  }

  /** Answers depend on what no modification counter knows. */
  @Override
  public final long getMaxDataModificationId() {
    return Long.MAX_VALUE;
  }

  @Override
  public final boolean isDeterministic() {
    return false;
  }

  @Override
  public final boolean canReference() {
    return false;
  }

  @Override
  public final boolean canDrop() {
    return true;
  }
}
