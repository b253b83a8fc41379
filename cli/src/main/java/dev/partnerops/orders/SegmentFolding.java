package dev.partnerops.orders;

import dev.partnerops.store.StoreConnection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes segments anew as few (RULES 5): versions that are current now into some, superseded ones
 * into segments of history. Each version keeps its batch and the batches that superseded it, so
 * that every older state, history and withdrawals stay what they were. Ordinary transactions write
 * what nobody sees; one more publishes it and takes the old away.
 *
 * <p>The caller holds the writers' lock; the connection may be another one afterwards.
 */
final class SegmentFolding {

  /** From so many lists of a segment on they become one. */
  private static final int LISTS_WORTH_JOINING = 8;

  /** Superseded rows of segments that only have their lists joined: some 64 MiB. */
  private static final int MOST_JOINED = 1 << 22;

  private static final Superseders NOTHING = new Superseders();

  private final StoreConnection open;
  private final SegmentStore store;
  private final long fold;
  private final NavigableSet<Long> published;
  private final Map<Long, Superseders> superseders = new TreeMap<>();
  private final List<ListKey> joined = new ArrayList<>();

  /** A list of one batch that a folded one takes the place of. */
  private record ListKey(long batch, long segment) {}

  private SegmentFolding(StoreConnection open, SegmentStore store) throws SQLException {
    this.open = open;
    this.store = store;
    fold = lastFold() + 1;
    published = store.publishedBatches();
  }

  private long lastFold() throws SQLException {
    try (Statement statement = open.connection().createStatement();
        ResultSet last = statement.executeQuery("select max(fold) from base.order_fold")) {
      last.next();
      return last.getLong(1);
    }
  }

  /**
   * Folds those segments, whichever they are. In memory are as many of them as overlap, and what is
   * superseded in them.
   */
  static void fold(StoreConnection open, SegmentStore store, List<StoredSegment> chosen) {
    try {
      new SegmentFolding(open, store).fold(chosen);
    } catch (SQLException e) {
      throw SegmentStore.failure(e);
    }
  }

  private void fold(List<StoredSegment> chosen) throws SQLException {
    readSuperseders(chosen);
    writeSegments(chosen);
    writeJoinedLists(chosen);
    publish(chosen);
    SegmentSink.removeLeftovers(open);
    open.giveWay();
  }

  /** Of the chosen segments everything; of others where they have many lists. */
  private void readSuperseders(List<StoredSegment> chosen) throws SQLException {
    Set<Long> wanted = new HashSet<>();
    chosen.forEach(segment -> wanted.add(segment.number()));
    try (Statement statement = open.connection().createStatement();
        ResultSet lists =
            statement.executeQuery(
                "select segment from base.order_superseded group by segment having count(*) >= "
                    + LISTS_WORTH_JOINING)) {
      while (lists.next()) {
        wanted.add(lists.getLong(1));
      }
    }
    Set<Long> always = new HashSet<>(chosen.stream().map(StoredSegment::number).toList());
    Map<Long, Integer> sizes = new HashMap<>();
    store.forEachList(
        published,
        (batch, segment, positions) ->
            sizes.merge(
                segment, RowBits.positions(positions, batch, segment).length, Integer::sum));
    long room = MOST_JOINED;
    for (Map.Entry<Long, Integer> size : new TreeMap<>(sizes).entrySet()) {
      if (!always.contains(size.getKey())) {
        room -= wanted.contains(size.getKey()) ? size.getValue() : 0;
        if (room < 0) {
          wanted.remove(size.getKey());
        }
      }
    }
    wanted.forEach(segment -> superseders.put(segment, new Superseders()));
    store.forEachFoldedList((segment, pairs) -> {
      if (wanted.contains(segment)) {
        superseders.put(segment, pairs);
      }
    });
    store.forEachList(
        published,
        (batch, segment, positions) -> {
          Superseders pairs = superseders.get(segment);
          if (pairs != null) {
            joined.add(new ListKey(batch, segment));
            for (long position : RowBits.positions(positions, batch, segment)) {
              pairs.add(position, batch);
            }
          }
        });
  }

  private void writeSegments(List<StoredSegment> chosen) {
    NavigableSet<Long> visible = store.visibleBatches(Long.MAX_VALUE);
    int[] own = store.ownColumns().values().stream().mapToInt(Integer::intValue).toArray();
    try (SegmentSink sink = SegmentSink.ofFold(open, published.getLast(), fold)) {
      VersionCollector current = new VersionCollector(sink, false, own, this::writePairs);
      VersionCollector history = new VersionCollector(sink, true, own, this::writePairs);
      RunMerge versions =
          new RunMerge(
              AscendingRuns.of(chosen).stream()
                  .map(run -> new VersionRun(store, run, own))
                  .toList());
      while (!versions.isEmpty()) {
        VersionRun run = (VersionRun) versions.top();
        Superseders superseded = superseders.getOrDefault(run.segment().number(), NOTHING);
        boolean isCurrent =
            visible.contains(run.block().values(OrderBlock.BATCH)[run.row()])
                && !superseded.isSupersededBy(visible, run.row());
        (isCurrent ? current : history).add(run.block(), run.row(), superseded);
        versions.step();
      }
      current.flush();
      history.flush();
    }
  }

  /** Lists of segments that stay as they are. */
  private void writeJoinedLists(List<StoredSegment> chosen) {
    Set<Long> replaced = new HashSet<>(chosen.stream().map(StoredSegment::number).toList());
    superseders.forEach((segment, pairs) -> {
      if (!replaced.contains(segment)) {
        writePairs(segment, pairs);
      }
    });
  }

  private void writePairs(long segment, Superseders pairs) {
    try (PreparedStatement insert =
        open.connection()
            .prepareStatement(
                "insert into base.order_superseded_fold (segment, fold, pairs)"
                    + " values (?, ?, ?)")) {
      insert.setLong(1, segment);
      insert.setLong(2, fold);
      insert.setBytes(3, pairs.toBytes(StoredSegment.pairsKey(fold, segment)));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw SegmentStore.failure(e);
    }
  }

  /** One transaction: what was written counts, what it replaces is gone. */
  private void publish(List<StoredSegment> chosen) throws SQLException {
    try (PreparedStatement insert =
        open.connection()
            .prepareStatement("insert into base.order_fold (fold, batch) values (?, ?)")) {
      insert.setLong(1, fold);
      insert.setLong(2, published.getLast());
      insert.executeUpdate();
    }
    List<Long> replaced = chosen.stream().map(StoredSegment::number).toList();
    each("delete from base.order_segment where segment = ?", replaced);
    each("insert into base.order_replaced (segment) values (?)", replaced);
    each(
        "delete from base.order_superseded_fold where segment = ? and fold < " + fold,
        List.copyOf(superseders.keySet()));
    try (PreparedStatement delete =
        open.connection()
            .prepareStatement(
                "delete from base.order_superseded where batch = ? and segment = ?")) {
      for (ListKey key : joined) {
        delete.setLong(1, key.batch());
        delete.setLong(2, key.segment());
        delete.executeUpdate();
      }
    }
    open.connection().commit();
    // Before the room of the old is given to others, the new is on the disk.
    try (Statement statement = open.connection().createStatement()) {
      statement.execute("checkpoint sync");
    }
  }

  private void each(String statement, List<Long> segments) throws SQLException {
    try (PreparedStatement prepared = open.connection().prepareStatement(statement)) {
      for (long segment : segments) {
        prepared.setLong(1, segment);
        prepared.executeUpdate();
      }
    }
  }
}
