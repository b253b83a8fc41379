package dev.partnerops.store;

import java.util.Iterator;
import java.util.List;
import org.h2.api.TableEngine;
import org.h2.command.ddl.CreateTableData;
import org.h2.table.Table;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes a read-only table of H2 whose rows Java unpacks from what the store holds (RULES 23). H2
 * finds the engine by the name of its class, which is public for that. Values: SQL's types of Java
 * (text, long, {@link java.math.BigDecimal}, {@link java.time.LocalDate}), null for nothing.
 */
public abstract class RowTableEngine implements TableEngine {

  /** Where the rows come from. */
  public interface Source {

    /**
     * The rows whose first column, a whole number, lies between the two, both in, in its order.
     *
     * @param sql reads all of the store, whoever asks
     */
    Iterator<? extends List<? extends @Nullable Object>> rows(DSLContext sql, long from, long to);
  }

  /** The source of the table's rows; one a table. */
  protected abstract Source source();

  @Override
  public final Table createTable(CreateTableData data) {
    return new RowTable(data, source());
  }
}
