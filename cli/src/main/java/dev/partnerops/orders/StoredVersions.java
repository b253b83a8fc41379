package dev.partnerops.orders;

import dev.partnerops.orders.BatchTally.Fate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The stored newest versions, compared with blocks of a batch in ascending order of ids. Only
 * segments whose range of ids overlaps a block are read, of those only the ids, and of the other
 * columns what it takes to tell a difference.
 */
final class StoredVersions {

  private static final int KEPT_INDEXES = 64;

  private final SegmentStore store;
  private final long fileColumns;
  private final OrderSnapshot snapshot;
  private final Map<Long, RowBits> superseded = new TreeMap<>();
  private final Map<Long, IdIndex> indexes = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Long, long[]> batches = new HashMap<>();
  private List<StoredSegment> candidates;

  /**
   * @param fileColumns bits of the columns that the file has; the others are taken from the stored
   *     version
   */
  StoredVersions(SegmentStore store, long fileColumns) {
    this.store = store;
    this.fileColumns = fileColumns;
    snapshot = OrderSnapshot.of(store, Long.MAX_VALUE);
    candidates = new ArrayList<>(snapshot.segments());
    candidates.sort(Comparator.comparing(segment -> segment.header().least()));
  }

  /** What the stored versions say of each row of a block. */
  static final class Findings {
    /** Inserted where nothing is stored; else amended or unchanged. */
    final Fate[] fates = new Fate[OrderBlock.SEGMENT_ROWS];

    private final StoredSegment[] segments = new StoredSegment[OrderBlock.SEGMENT_ROWS];
    private final int[] positions = new int[OrderBlock.SEGMENT_ROWS];
  }

  /** The batch that wrote the stored version of a row. */
  long batch(Findings findings, int row) {
    StoredSegment segment = findings.segments[row];
    return segment.isFolded()
        ? batches
            .computeIfAbsent(segment.number(), none -> store.batches(segment))[
            findings.positions[row]]
        : segment.batch();
  }

  /** Positions of stored segments that this batch supersedes. */
  Map<Long, RowBits> superseded() {
    return superseded;
  }

  void supersede(Findings findings, int row) {
    superseded
        .computeIfAbsent(findings.segments[row].number(), none -> new RowBits())
        .add(findings.positions[row]);
  }

  /** Fills the findings, and what the file lacks in the rows that amend something. */
  void compare(OrderBlock block, Findings findings) {
    Arrays.fill(findings.fates, 0, block.rows(), Fate.INSERTED);
    OrderKey least = block.key(0);
    OrderKey greatest = block.key(block.rows() - 1);
    List<StoredSegment> left = new ArrayList<>(candidates.size());
    for (StoredSegment segment : candidates) {
      if (segment.header().greatest().compareTo(least) < 0) {
        indexes.remove(segment.number());
        batches.remove(segment.number());
        continue;
      }
      left.add(segment);
      if (segment.header().overlaps(least, greatest)) {
        compare(block, segment, findings);
      }
    }
    candidates = left;
  }

  private void compare(OrderBlock block, StoredSegment segment, Findings findings) {
    int[] hits = hits(block, segment, findings);
    if (hits.length == 0) {
      return;
    }
    StoredRows stored =
        new StoredRows(segment.header(), column -> store.column(segment, column), block);
    for (int row : hits) {
      findings.fates[row] = Fate.UNCHANGED;
    }
    int unlike = 0;
    for (int column : COMPARED_FIRST) {
      if (isOfFile(column) && unlike < hits.length) {
        unlike += stored.compare(column, hits, findings.positions, findings.fates);
      }
    }
    for (int column : block.columns()) {
      if (isOfFile(column) && unlike < hits.length && !isComparedFirst(column)) {
        unlike += stored.compare(column, hits, findings.positions, findings.fates);
      }
    }
    if (unlike > 0) {
      for (int column : block.columns()) {
        if (!isOfFile(column) && column != OrderColumn.LINE.number() && column != 0) {
          stored.fill(column, hits, findings.positions, findings.fates);
        }
      }
    }
  }

  /** What changes most often in the life of an order. */
  private static final int[] COMPARED_FIRST = {
    OrderColumn.STATUS.number(),
    OrderColumn.REFUND_AMOUNT.number(),
    OrderColumn.COMPLETED_AT.number(),
    OrderColumn.SHIPPED_AT.number(),
    OrderColumn.RATING.number()
  };

  private static boolean isComparedFirst(int column) {
    for (int first : COMPARED_FIRST) {
      if (first == column) {
        return true;
      }
    }
    return false;
  }

  private boolean isOfFile(int column) {
    return ((fileColumns >>> column) & 1) != 0;
  }

  /** Rows of the block whose stored version is in the segment. */
  private int[] hits(OrderBlock block, StoredSegment segment, Findings findings) {
    RowBits gone = snapshot.hidden(segment);
    int[] hits = new int[block.rows()];
    int count = 0;
    IdIndex ids = index(segment);
    int position = 0;
    for (int row = lowerBound(block, segment.header().least());
        row < block.rows() && position < segment.header().rows();
        row++) {
      position = ids.lowerBound(position, block, row);
      // Of versions that stand together at most one is current.
      while (ids.holds(position, block, row) && gone.has(position)) {
        position++;
      }
      if (ids.holds(position, block, row)) {
        hits[count++] = row;
        findings.segments[row] = segment;
        findings.positions[row] = position;
      }
    }
    return Arrays.copyOf(hits, count);
  }

  private IdIndex index(StoredSegment segment) {
    IdIndex known = indexes.get(segment.number());
    if (known != null) {
      return known;
    }
    IdIndex read = new IdIndex(store.reader(segment));
    indexes.put(segment.number(), read);
    if (indexes.size() > KEPT_INDEXES) {
      indexes.remove(indexes.keySet().iterator().next());
    }
    return read;
  }

  private static int lowerBound(OrderBlock block, OrderKey key) {
    int low = 0;
    int high = block.rows();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (block.key(middle).compareTo(key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
