package dev.partnerops.orders;

import dev.partnerops.store.StoreConnection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Writes what a batch is made of, committing every so many segments: nobody sees them before the
 * batch is published.
 */
final class SegmentSink implements AutoCloseable {

  private static final int SEGMENTS_PER_COMMIT = 16;

  private static final String UNPUBLISHED = " where batch not in (select batch from base.batch)";

  // Nothing is not in an empty list either: without a folding, segments of batches are not meant.
  private static final String UNFOLDED =
      " where fold is not null and fold not in (select fold from base.order_fold)";

  private final StoreConnection store;
  private final long batch;
  private final long fold;
  private PreparedStatement segmentInsert;
  private PreparedStatement columnInsert;
  private long nextSegment;
  private int uncommitted;

  private SegmentSink(StoreConnection store, long batch, long fold) {
    this.store = store;
    this.batch = batch;
    this.fold = fold;
    try {
      nextSegment = next("select max(segment) from base.order_segment");
      segmentInsert = segmentInsert();
      columnInsert = columnInsert();
    } catch (SQLException e) {
      throw SegmentStore.failure(e);
    }
  }

  /** For a batch; removes what an unpublished one left. */
  static SegmentSink ofBatch(StoreConnection store, long batch) {
    removeLeftovers(store);
    return new SegmentSink(store, batch, 0);
  }

  /** For a folding after that batch. */
  static SegmentSink ofFold(StoreConnection store, long batch, long fold) {
    return new SegmentSink(store, batch, fold);
  }

  private PreparedStatement segmentInsert() throws SQLException {
    return store
        .connection()
        .prepareStatement(
            "insert into base.order_segment (segment, batch, header, fold, history)"
                + " values (?, ?, ?, nullif(?, 0), ?)");
  }

  private PreparedStatement columnInsert() throws SQLException {
    return store
        .connection()
        .prepareStatement("insert into base.order_column (segment_column, content) values (?, ?)");
  }

  /** Lets readers in where it is time; what was written so far is committed then, unseen. */
  void giveWay() {
    if (!store.giveWay()) {
      return;
    }
    uncommitted = 0;
    try {
      segmentInsert = segmentInsert();
      columnInsert = columnInsert();
    } catch (SQLException e) {
      throw SegmentStore.failure(e);
    }
  }

  /** What a batch or a folding wrote that was not published, and what a published one replaced. */
  static void removeLeftovers(StoreConnection store) {
    try {
      store.connection().setAutoCommit(false);
      removeColumns(store, "select segment from base.order_replaced");
      removeColumns(store, "select segment from base.order_segment" + UNPUBLISHED);
      removeColumns(store, "select segment from base.order_segment" + UNFOLDED);
      try (Statement statement = store.connection().createStatement()) {
        statement.executeUpdate("delete from base.order_replaced");
        statement.executeUpdate("delete from base.order_segment" + UNPUBLISHED);
        statement.executeUpdate("delete from base.order_segment" + UNFOLDED);
        statement.executeUpdate("delete from base.order_superseded" + UNPUBLISHED);
        statement.executeUpdate("delete from base.order_superseded_fold" + UNFOLDED);
        statement.executeUpdate("delete from base.order_id_chunk" + UNPUBLISHED);
        statement.executeUpdate("delete from base.batch_builds_on" + UNPUBLISHED);
      }
      store.connection().commit();
    } catch (SQLException e) {
      throw SegmentStore.failure(e);
    }
  }

  private static void removeColumns(StoreConnection store, String segments) throws SQLException {
    try (Statement statement = store.connection().createStatement();
        PreparedStatement delete =
            store
                .connection()
                .prepareStatement(
                    "delete from base.order_column where segment_column between ? and ?");
        ResultSet left = statement.executeQuery(segments)) {
      while (left.next()) {
        delete.setLong(1, StoredSegment.columnKey(left.getLong(1), 0));
        delete.setLong(2, StoredSegment.columnKey(left.getLong(1), OrderColumn.MOST - 1));
        delete.executeUpdate();
        // What H2 keeps to take a deletion back is as large as what is deleted, and went to the
        // file.
        store.connection().commit();
      }
    }
  }

  private long next(String query) throws SQLException {
    try (Statement statement = store.connection().createStatement();
        ResultSet greatest = statement.executeQuery(query)) {
      greatest.next();
      return greatest.getLong(1) + 1;
    }
  }

  /** Numbers of all own columns of the store, those of {@code names} among them from now on. */
  int[] ownColumns(Collection<String> names, Map<String, Integer> known) {
    try (PreparedStatement insert =
        store
            .connection()
            .prepareStatement(
                "insert into base.order_own_column (column_number, name) values (?, ?)")) {
      for (String name : names) {
        if (!known.containsKey(name)) {
          int number = OrderColumn.FIRST_OWN + known.size();
          insert.setInt(1, number);
          insert.setString(2, name);
          insert.executeUpdate();
          known.put(name, number);
        }
      }
      store.connection().commit();
      return known.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    } catch (SQLException e) {
      throw SegmentStore.failure(e);
    }
  }

  void write(PackedSegment segment) {
    write(segment, false);
  }

  /** Returns its number. */
  long write(PackedSegment segment, boolean history) {
    long number = nextSegment++;
    ByteWriter header = new ByteWriter();
    segment.header().write(header);
    try {
      for (int column = 0; column < OrderColumn.MOST; column++) {
        if (segment.header().has(column)) {
          long key = StoredSegment.columnKey(number, column);
          columnInsert.setLong(1, key);
          columnInsert.setBytes(2, Sealed.seal(segment.contents()[column], key));
          columnInsert.executeUpdate();
        }
      }
      segmentInsert.setLong(1, number);
      segmentInsert.setLong(2, batch);
      segmentInsert.setBytes(
          3, Sealed.seal(header, StoredSegment.headKey(batch, number, fold, history)));
      segmentInsert.setLong(4, fold);
      segmentInsert.setBoolean(5, history);
      segmentInsert.executeUpdate();
      if (++uncommitted == SEGMENTS_PER_COMMIT) {
        store.connection().commit();
        uncommitted = 0;
      }
      return number;
    } catch (SQLException e) {
      throw SegmentStore.failure(e);
    }
  }

  /** Everything else of the batch, committed with the last segments. */
  void finish(Map<Long, RowBits> superseded, List<StoreIds.Chunk> chunks, List<Long> buildsOn) {
    try {
      writeLists(superseded);
      writeChunks(chunks);
      writeBuildsOn(buildsOn);
      store.connection().commit();
    } catch (SQLException e) {
      throw SegmentStore.failure(e);
    }
  }

  private void writeLists(Map<Long, RowBits> superseded) throws SQLException {
    try (PreparedStatement insert =
        store
            .connection()
            .prepareStatement(
                "insert into base.order_superseded (batch, segment, positions) values (?, ?, ?)")) {
      for (Map.Entry<Long, RowBits> list : superseded.entrySet()) {
        insert.setLong(1, batch);
        insert.setLong(2, list.getKey());
        insert.setBytes(3, list.getValue().toBytes(StoredSegment.batchKey(batch, list.getKey())));
        insert.executeUpdate();
      }
    }
  }

  private void writeChunks(List<StoreIds.Chunk> chunks) throws SQLException {
    long number = next("select max(chunk) from base.order_id_chunk");
    try (PreparedStatement insert =
        store
            .connection()
            .prepareStatement(
                "insert into base.order_id_chunk (chunk, batch, column_number, first_code, ids)"
                    + " values (?, ?, ?, ?, ?)")) {
      for (StoreIds.Chunk chunk : chunks) {
        insert.setLong(1, number);
        insert.setLong(2, batch);
        insert.setInt(3, chunk.column());
        insert.setInt(4, chunk.firstCode());
        insert.setBytes(5, Sealed.seal(chunk.content(), number));
        insert.executeUpdate();
        number++;
      }
    }
  }

  private void writeBuildsOn(List<Long> buildsOn) throws SQLException {
    try (PreparedStatement insert =
        store
            .connection()
            .prepareStatement("insert into base.batch_builds_on (batch, on_batch) values (?, ?)")) {
      for (Long onBatch : buildsOn) {
        insert.setLong(1, batch);
        insert.setLong(2, onBatch);
        insert.executeUpdate();
      }
    }
  }

  @Override
  public void close() {
    try {
      segmentInsert.close();
      columnInsert.close();
    } catch (SQLException e) {
      throw SegmentStore.failure(e);
    }
  }
}
