package dev.partnerops.orders;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.h2.engine.Database;
import org.h2.value.Value;
import org.h2.value.ValueVarchar;
import org.jspecify.annotations.Nullable;

/**
 * What the orders are as of a batch, for SQL; kept for the next lookup, which a join may do a
 * million times. Reads as H2's own session: the user of a query has no right to the segments
 * themselves.
 */
final class SqlSnapshots {

  private final Database database;
  private @Nullable Connection connection;
  private @Nullable Snapshot newest;

  SqlSnapshots(Database database) {
    this.database = database;
  }

  /** One state of the orders, and its ids as values of H2. */
  static final class Snapshot {
    private final long batch;
    private final State published;
    private final OrderSnapshot orders;
    private final StoreIds ids;
    private final Map<String, Integer> own;
    private final Map<Integer, Value[]> values = new HashMap<>();

    Snapshot(long batch, State published, OrderSnapshot orders) {
      this.batch = batch;
      this.published = published;
      this.orders = orders;
      ids = orders.store().ids();
      own = orders.store().ownColumns();
    }

    OrderSnapshot store() {
      return orders;
    }

    /** The number of a column that a workspace adds; absent until a file has it. */
    @Nullable Integer ownColumn(String name) {
      return own.get(name);
    }

    long orders() {
      return orders.orders();
    }

    long versions() {
      long versions = 0;
      for (StoredSegment segment : orders.segmentsWithHistory()) {
        versions += segment.header().rows() - orders.absent(segment).count();
      }
      return versions;
    }

    /** The id behind a code. */
    synchronized Value id(int column, int code) {
      Value[] known = values.computeIfAbsent(column, none -> new Value[ids.pool(column).size()]);
      if (known[code] == null) {
        known[code] = ValueVarchar.get(ids.pool(column).text(code));
      }
      return known[code];
    }
  }

  /** The last batch and the last folding that were published. */
  record State(long batch, long fold) {}

  synchronized Snapshot at(long batch) {
    Connection reading = connection == null ? open() : connection;
    State published = published(reading);
    Snapshot known = newest;
    if (known != null && known.batch == batch && known.published.equals(published)) {
      return known;
    }
    if (known != null) {
      known.orders.close();
    }
    Snapshot fresh = new Snapshot(batch, published, OrderSnapshot.open(reading, batch));
    newest = fresh;
    return fresh;
  }

  private Connection open() {
    Connection opened = database.getSystemSession().createConnection(false);
    connection = opened;
    return opened;
  }

  private static State published(Connection reading) {
    try (Statement statement = reading.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select (select max(batch) from base.batch), (select max(fold) from"
                    + " base.order_fold)")) {
      rows.next();
      return new State(rows.getLong(1), rows.getLong(2));
    } catch (SQLException e) {
      throw SegmentStore.failure(e);
    }
  }

  /** The connection is H2's own session, which is not ours to close. */
  synchronized void close() {
    newest = null;
  }
}
