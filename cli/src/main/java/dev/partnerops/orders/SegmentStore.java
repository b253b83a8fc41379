package dev.partnerops.orders;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.StoreFailures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows that segments are; every value is checked before it is handed out. One connection,
 * threads take turns.
 */
final class SegmentStore implements AutoCloseable {

  private static final String PUBLISHED =
      "select batch from base.batch where dataset = 'orders' and action = 'import'";

  private static final String OF_COLUMN =
      " from base.order_id_chunk where column_number = ? and batch in (" + PUBLISHED + ")";

  private static final String CHUNKS = "select chunk, first_code, ids" + OF_COLUMN;

  private static final String LAST_CHUNK =
      "select chunk, first_code, ids from base.order_id_chunk"
          + " where chunk = (select max(chunk)"
          + OF_COLUMN
          + ")";

  private final Supplier<Connection> source;
  private @Nullable Connection prepared;
  private @Nullable PreparedStatement columnQuery;

  SegmentStore(Connection connection) {
    this(() -> connection);
  }

  /** Over a connection that may become another one between two calls. */
  SegmentStore(Supplier<Connection> source) {
    this.source = source;
  }

  private PreparedStatement columnQuery() throws SQLException {
    Connection connection = source.get();
    PreparedStatement known = columnQuery;
    if (known != null && connection.equals(prepared)) {
      return known;
    }
    PreparedStatement fresh =
        connection.prepareStatement(
            "select content from base.order_column where segment_column = ?");
    columnQuery = fresh;
    prepared = connection;
    return fresh;
  }

  /**
   * Batches that count as of {@code batch}: published by then, and not withdrawn by then (RULES 5).
   */
  NavigableSet<Long> visibleBatches(long batch) {
    NavigableSet<Long> visible = new TreeSet<>();
    try (PreparedStatement query =
        source
            .get()
            .prepareStatement(
                PUBLISHED
                    + " and batch <= ? and batch not in (select withdraws from base.batch"
                    + " where action = 'withdraw' and batch <= ? and withdraws is not null)")) {
      query.setLong(1, batch);
      query.setLong(2, batch);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          visible.add(rows.getLong(1));
        }
      }
      return visible;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Batches of orders that were ever published, withdrawn ones too. */
  NavigableSet<Long> publishedBatches() {
    NavigableSet<Long> published = new TreeSet<>();
    try (Statement statement = source.get().createStatement();
        ResultSet rows = statement.executeQuery(PUBLISHED)) {
      while (rows.next()) {
        published.add(rows.getLong(1));
      }
      return published;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Segments of those batches, and published folded ones, by number. */
  List<StoredSegment> segments(NavigableSet<Long> batches) {
    List<StoredSegment> segments = new ArrayList<>();
    try (Statement statement = source.get().createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select segment, batch, header, fold, history from base.order_segment"
                    + " where fold is null or fold in (select fold from base.order_fold)"
                    + " order by segment")) {
      while (rows.next()) {
        long fold = rows.getLong(4);
        if (fold != 0 || batches.contains(rows.getLong(2))) {
          segments.add(segment(rows, fold));
        }
      }
      return segments;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static StoredSegment segment(ResultSet row, long fold) throws SQLException {
    long number = row.getLong(1);
    long batch = row.getLong(2);
    boolean history = row.getBoolean(5);
    byte[] header =
        Sealed.check(
            row.getBytes(3),
            StoredSegment.headKey(batch, number, fold, history),
            "head of order segment " + number);
    return new StoredSegment(number, batch, fold, history, SegmentHeader.read(header));
  }

  /** The batch of each version of a segment. */
  long[] batches(StoredSegment segment) {
    long[] batches = new long[segment.header().rows()];
    if (segment.isFolded()) {
      PackedLongs.read(column(segment, OrderBlock.BATCH), 0, batches.length).decode(batches);
    } else {
      Arrays.fill(batches, segment.batch());
    }
    return batches;
  }

  /** By segment, the positions that those batches supersede. */
  Map<Long, RowBits> superseded(NavigableSet<Long> batches) {
    Map<Long, RowBits> superseded = new HashMap<>();
    forEachList(
        batches,
        (batch, segment, positions) ->
            superseded
                .computeIfAbsent(segment, none -> new RowBits())
                .addAll(positions, batch, segment));
    forEachFoldedList((segment, pairs) ->
        pairs.addTo(superseded.computeIfAbsent(segment, none -> new RowBits()), batches));
    return superseded;
  }

  /** Takes one list of superseded positions. */
  interface ListSink {
    void accept(long batch, long segment, byte[] positions);
  }

  /** Takes what a folding says is superseded in one segment. */
  interface FoldedListSink {
    void accept(long segment, Superseders pairs);
  }

  void forEachFoldedList(FoldedListSink sink) {
    try (Statement statement = source.get().createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select segment, fold, pairs from base.order_superseded_fold"
                    + " where fold in (select fold from base.order_fold) order by segment, fold")) {
      while (rows.next()) {
        Superseders pairs = new Superseders();
        pairs.addAll(rows.getBytes(3), rows.getLong(2), rows.getLong(1));
        sink.accept(rows.getLong(1), pairs);
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  void forEachList(NavigableSet<Long> batches, ListSink sink) {
    try (Statement statement = source.get().createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select batch, segment, positions from base.order_superseded"
                    + " order by batch, segment")) {
      while (rows.next()) {
        if (batches.contains(rows.getLong(1))) {
          sink.accept(rows.getLong(1), rows.getLong(2), rows.getBytes(3));
        }
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** A column of a segment that its header says is there. */
  synchronized byte[] column(StoredSegment segment, int column) {
    long key = StoredSegment.columnKey(segment.number(), column);
    try {
      PreparedStatement query = columnQuery();
      query.setLong(1, key);
      try (ResultSet rows = query.executeQuery()) {
        if (!rows.next()) {
          throw Sealed.damaged(segment.place());
        }
        return Sealed.check(rows.getBytes(1), key, segment.place());
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  SegmentReader reader(StoredSegment segment) {
    return new SegmentReader(segment.header(), column -> column(segment, column));
  }

  /** Names and numbers of the columns that workspaces added. */
  Map<String, Integer> ownColumns() {
    Map<String, Integer> numbers = new TreeMap<>();
    try (Statement statement = source.get().createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select name, column_number from base.order_own_column order by column_number")) {
      while (rows.next()) {
        numbers.put(rows.getString(1), rows.getInt(2));
      }
      return numbers;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** The store's ids by code, as far as published batches know them. */
  StoreIds ids() {
    return new StoreIds(
        new StoreIds.Source() {
          @Override
          public void read(int column, StoreIds ids) {
            forEachChunk(
                CHUNKS + " order by first_code",
                column,
                (chunk, firstCode, content) -> ids.read(column, firstCode, content, chunk));
          }

          @Override
          public int count(int column) {
            int[] codes = {0};
            forEachChunk(
                LAST_CHUNK,
                column,
                (chunk, firstCode, content) ->
                    codes[0] = firstCode + StoreIds.count(content, chunk));
            return codes[0];
          }
        });
  }

  private interface ChunkSink {
    void accept(long chunk, int firstCode, byte[] content);
  }

  private synchronized void forEachChunk(String select, int column, ChunkSink sink) {
    try (PreparedStatement query = source.get().prepareStatement(select)) {
      query.setInt(1, column);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          sink.accept(rows.getLong(1), rows.getInt(2), rows.getBytes(3));
        }
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * What the database says that no rule of ours foresaw; the raw text may show rows and stays the
   * cause.
   */
  static ToolException failure(SQLException cause) {
    if (StoreFailures.isOutOfSpace(cause)) {
      return StoreFailures.translate(cause);
    }
    return switch (cause.getErrorCode()) {
      case 90028, 90030, 90031, 90098, 50000 ->
          new ToolException.StoreDamaged(
              Message.of("orders.database", cause.getErrorCode()), cause);
      default ->
          new ToolException.Resources(Message.of("orders.database", cause.getErrorCode()), cause);
    };
  }

  @Override
  public void close() {
    try {
      if (columnQuery != null) {
        columnQuery.close();
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }
}
