package dev.partnerops.orders;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Which rows count for whom, found while adding up and used again by each distinct count: as much
 * of it as fits the memory given, the rest is found anew. For any number of threads.
 */
final class KeptSelections {

  private static final int[] EVERY_ROW = new int[OrderBlock.SEGMENT_ROWS];

  static {
    Arrays.setAll(EVERY_ROW, row -> row);
  }

  private final Map<Key, Kept> kept = new ConcurrentHashMap<>();
  private final AtomicLong room;

  private record Key(ScopeFamily family, long segment) {}

  /**
   * Pairs of row and entity.
   *
   * @param rows null where the i-th pair is of the i-th row
   * @param bits null where all pairs are in the same scopes
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared or shown
  private record Kept(
      int[] entities, char @Nullable [] rows, byte @Nullable [] bits, int sameBits) {
    long bytes() {
      return 4L * entities.length
          + (rows == null ? 0 : 2L * rows.length)
          + (bits == null ? 0 : bits.length);
    }
  }

  KeptSelections(long memoryBytes) {
    room = new AtomicLong(memoryBytes);
  }

  void keep(ScopeFamily family, StoredSegment segment, Selection pairs, int[] bits) {
    if (room.get() <= 0) {
      return;
    }
    int count = pairs.count;
    boolean everyRow =
        Arrays.equals(pairs.rows, 0, count, EVERY_ROW, 0, Math.min(count, EVERY_ROW.length));
    boolean sameBits = true;
    for (int i = 1; i < count && sameBits; i++) {
      sameBits = bits[i] == bits[0];
    }
    Kept found =
        new Kept(
            Arrays.copyOf(pairs.entities, count),
            everyRow ? null : rows(pairs),
            sameBits ? null : bytes(bits, count),
            count == 0 ? 0 : bits[0]);
    room.addAndGet(-found.bytes());
    kept.put(new Key(family, segment.number()), found);
  }

  private static char[] rows(Selection pairs) {
    char[] rows = new char[pairs.count];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (char) pairs.rows[i];
    }
    return rows;
  }

  private static byte[] bytes(int[] bits, int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) bits[i];
    }
    return bytes;
  }

  /** Fills in what was kept; false where nothing was. {@code bits} has room for a segment's. */
  boolean find(ScopeFamily family, StoredSegment segment, Selection pairs, int[] bits) {
    Kept found = kept.get(new Key(family, segment.number()));
    if (found == null || found.entities().length > bits.length) {
      return false;
    }
    int count = found.entities().length;
    pairs.count = count;
    pairs.entities = found.entities();
    pairs.rows = EVERY_ROW;
    char[] rows = found.rows();
    if (rows != null) {
      pairs.rows = new int[count];
      for (int i = 0; i < count; i++) {
        pairs.rows[i] = rows[i];
      }
    }
    byte[] each = found.bits();
    if (each == null) {
      Arrays.fill(bits, 0, count, found.sameBits());
    } else {
      for (int i = 0; i < count; i++) {
        bits[i] = each[i];
      }
    }
    return true;
  }
}
