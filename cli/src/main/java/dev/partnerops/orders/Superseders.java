package dev.partnerops.orders;

import java.util.NavigableSet;
import java.util.function.LongConsumer;

/** Positions of one segment, each with a batch that superseded it; a position may come again. */
final class Superseders {

  private final LongList positions = new LongList();
  private final LongList batches = new LongList();
  private int[] firsts = {};
  private int[] nexts = {};

  boolean isEmpty() {
    return positions.size() == 0;
  }

  int size() {
    return positions.size();
  }

  void add(long position, long batch) {
    positions.add(position);
    batches.add(batch);
  }

  void clear() {
    positions.clear();
    batches.clear();
  }

  /** The batches that superseded a position; nothing is added any more. */
  void forEachAt(int position, LongConsumer taker) {
    if (isEmpty()) {
      return;
    }
    if (firsts.length == 0) {
      chain();
    }
    for (int i = firsts[position]; i != 0; i = nexts[i]) {
      taker.accept(batches.get(i - 1));
    }
  }

  /** Whether one of those batches superseded a position; nothing is added any more. */
  boolean isSupersededBy(NavigableSet<Long> those, int position) {
    if (isEmpty()) {
      return false;
    }
    if (firsts.length == 0) {
      chain();
    }
    for (int i = firsts[position]; i != 0; i = nexts[i]) {
      if (those.contains(batches.get(i - 1))) {
        return true;
      }
    }
    return false;
  }

  /** Places count from 1; 0 ends a chain. */
  private void chain() {
    firsts = new int[OrderBlock.SEGMENT_ROWS];
    nexts = new int[positions.size() + 1];
    for (int i = positions.size(); i > 0; i--) {
      int position = (int) positions.get(i - 1);
      nexts[i] = firsts[position];
      firsts[position] = i;
    }
  }

  void addTo(RowBits bits, NavigableSet<Long> visible) {
    for (int i = 0; i < positions.size(); i++) {
      if (visible.contains(batches.get(i))) {
        bits.add((int) positions.get(i));
      }
    }
  }

  /** Packed and sealed. */
  byte[] toBytes(long key) {
    ByteWriter out = new ByteWriter();
    out.putInt(positions.size());
    PackedLongs.pack(positions.toArray(), positions.size(), out);
    PackedLongs.pack(batches.toArray(), batches.size(), out);
    return Sealed.seal(out, key);
  }

  void addAll(byte[] sealed, long fold, long segment) {
    byte[] bytes =
        Sealed.check(
            sealed,
            StoredSegment.pairsKey(fold, segment),
            "folded list of superseded orders of segment " + segment);
    int count = (int) ByteWriter.INT.get(bytes, 0);
    PackedLongs packed = PackedLongs.read(bytes, 4, count);
    long[] readPositions = new long[count];
    packed.decode(readPositions);
    long[] readBatches = new long[count];
    PackedLongs.read(bytes, packed.end(), count).decode(readBatches);
    for (int i = 0; i < count; i++) {
      add(readPositions[i], readBatches[i]);
    }
  }
}
