package dev.partnerops.metrics;

import dev.partnerops.dataset.DataSets;
import dev.partnerops.model.ToolException;
import dev.partnerops.orders.CountedOrders;
import dev.partnerops.orders.MeasureRequest;
import dev.partnerops.orders.MeasureResult;
import dev.partnerops.orders.OrderMeasures;
import dev.partnerops.orders.OrderMilestones;
import dev.partnerops.store.Store;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything this package reads from the store: SELECTs as the read-only user, and the orders. Both
 * connections see the store as of one batch (their session variable {@code @batch}).
 */
public final class MetricStore implements AutoCloseable {

  private static final int ROWS_AT_ONCE = 1000;
  private static final int MONEY_SCALE = 2;

  private final Connection reader;
  private final Connection tool;
  private final DataSets dataSets;

  /**
   * Reads over two open connections.
   *
   * @param dataSets whose views the store has
   * @param reader of the read-only user: what users' SQL runs on; closed with this
   * @param tool may read the order segments; the caller's
   */
  public MetricStore(DataSets dataSets, Connection reader, Connection tool) {
    this.dataSets = dataSets;
    this.reader = reader;
    this.tool = tool;
    // The contract's column names need no quotes, and rows come as they are found.
    set("set non_keywords day, value");
    set("set lazy_query_execution 1");
  }

  private void set(String statement) {
    try (Statement setting = reader.createStatement()) {
      setting.execute(statement);
    } catch (SQLException e) {
      closeAfter(e, reader);
      throw failure(e);
    }
  }

  /** Reads an open store as of its last batch. */
  public static MetricStore over(Store store, DataSets dataSets) {
    return over(store, dataSets, store.lastBatch());
  }

  /** Reads an open store as of a batch. */
  public static MetricStore over(Store store, DataSets dataSets, long batch) {
    return new MetricStore(dataSets, store.openReader(batch), store.connection());
  }

  /** Of the workspace. */
  DataSets dataSets() {
    return dataSets;
  }

  /** From now on days of instants are those of the zone. */
  void useZone(ZoneId zone) {
    set("set time zone '" + zone.getId().replace("'", "") + "'");
  }

  /**
   * Runs one SELECT as the read-only user.
   *
   * @param sql with {@code ?} for each binding
   * @param timeoutSeconds 0: none
   * @throws SelectFailure where the database will not answer; also from the rows
   */
  Rows select(String sql, List<?> bindings, int timeoutSeconds) {
    PreparedStatement statement = null;
    try {
      statement = reader.prepareStatement(sql);
      statement.setFetchSize(ROWS_AT_ONCE);
      statement.setQueryTimeout(timeoutSeconds);
      for (int i = 0; i < bindings.size(); i++) {
        statement.setObject(i + 1, bindings.get(i));
      }
      return new ResultRows(statement, statement.executeQuery());
    } catch (SQLException e) {
      closeAfter(e, statement);
      throw failure(e);
    }
  }

  MeasureResult measure(MeasureRequest request) {
    return OrderMeasures.compute(tool, request);
  }

  /** The orders behind one number of one entity; closed by whoever reads them. */
  CountedOrders counted(MeasureRequest request) {
    return CountedOrders.open(tool, request);
  }

  /** See {@link OrderMilestones#ordersReached}. */
  List<@Nullable LocalDate> ordersReached(
      OrderMilestones.Reading reading,
      List<String> merchantIds,
      List<@Nullable LocalDate> firstDays,
      int orders,
      int days) {
    return OrderMilestones.ordersReached(tool, reading, merchantIds, firstDays, orders, days);
  }

  /** See {@link OrderMilestones#gmvReached}. */
  List<@Nullable LocalDate> gmvReached(
      OrderMilestones.Reading reading, List<String> promoterIds, long gmvFen, int days) {
    return OrderMilestones.gmvReached(tool, reading, promoterIds, gmvFen, days);
  }

  /** Ends the reader's session. */
  @Override
  public void close() {
    try {
      reader.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static void closeAfter(SQLException failure, @Nullable AutoCloseable open) {
    if (open != null) {
      try {
        open.close();
      } catch (Exception e) {
        failure.addSuppressed(e);
      }
    }
  }

  /** Sorts H2's error codes; the text is its first line, without the statement it repeats. */
  static RuntimeException failure(SQLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ToolException own) {
        return own;
      }
    }
    SelectFailure.Reason reason =
        switch (e.getErrorCode()) {
          case 90040, 90096, 90097, 90134 -> SelectFailure.Reason.DENIED;
          case 90002 -> SelectFailure.Reason.NOT_A_SELECT;
          case 57014 -> SelectFailure.Reason.TIMEOUT;
          case 90108 -> SelectFailure.Reason.MEMORY;
          case 50000, 90028, 90030, 90031, 90098 -> SelectFailure.Reason.DAMAGED;
          default -> SelectFailure.Reason.FAULTY;
        };
    String text = e.getMessage() == null ? "" : e.getMessage();
    int statement = text.indexOf("; SQL statement:");
    String first = statement < 0 ? text : text.substring(0, statement);
    return new SelectFailure(reason, first.replaceAll("\\s+", " ").strip(), e);
  }

  private static final class ResultRows implements Rows {

    private final PreparedStatement statement;
    private final ResultSet result;
    private final List<Column> columns;

    ResultRows(PreparedStatement statement, ResultSet result) throws SQLException {
      this.statement = statement;
      this.result = result;
      this.columns = columns(result.getMetaData());
    }

    private static List<Column> columns(ResultSetMetaData described) throws SQLException {
      List<Column> columns = new ArrayList<>();
      for (int i = 1; i <= described.getColumnCount(); i++) {
        String label = described.getColumnLabel(i);
        boolean isPlain = label.equals(label.toUpperCase(Locale.ROOT));
        columns.add(
            new Column(
                isPlain ? label.toLowerCase(Locale.ROOT) : label,
                kind(described.getColumnType(i), described.getScale(i))));
      }
      return List.copyOf(columns);
    }

    private static Kind kind(int type, int scale) {
      return switch (type) {
        case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Kind.WHOLE;
        case Types.NUMERIC, Types.DECIMAL -> scale == MONEY_SCALE ? Kind.MONEY : Kind.DECIMAL;
        case Types.DOUBLE, Types.REAL, Types.FLOAT -> Kind.DECIMAL;
        case Types.DATE -> Kind.DAY;
        case Types.TIMESTAMP_WITH_TIMEZONE -> Kind.TIME;
        case Types.BOOLEAN, Types.BIT -> Kind.FLAG;
        default -> Kind.TEXT;
      };
    }

    @Override
    public List<Column> columns() {
      return columns;
    }

    @Override
    public boolean next() {
      try {
        return result.next();
      } catch (SQLException e) {
        throw failure(e);
      }
    }

    @Override
    public @Nullable Object cell(int column) {
      try {
        int place = column + 1;
        return switch (columns.get(column).kind()) {
          case TEXT -> result.getString(place);
          case WHOLE -> {
            long whole = result.getLong(place);
            yield result.wasNull() ? null : (Object) whole;
          }
          case MONEY, DECIMAL -> result.getBigDecimal(place);
          case DAY -> result.getObject(place, LocalDate.class);
          case TIME -> result.getObject(place, OffsetDateTime.class);
          case FLAG -> {
            boolean flag = result.getBoolean(place);
            yield result.wasNull() ? null : (Object) flag;
          }
        };
      } catch (SQLException e) {
        throw failure(e);
      }
    }

    @Override
    public void close() {
      try {
        statement.close();
      } catch (SQLException e) {
        throw failure(e);
      }
    }
  }
}
