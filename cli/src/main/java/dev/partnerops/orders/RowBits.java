package dev.partnerops.orders;

/** A set of positions of a segment. */
final class RowBits {

  static final RowBits NONE = new RowBits();

  private final long[] words = new long[OrderBlock.SEGMENT_ROWS / Long.SIZE];
  private int count;

  boolean isEmpty() {
    return count == 0;
  }

  int count() {
    return count;
  }

  boolean has(int position) {
    return ((words[position >> 6] >>> position) & 1) != 0;
  }

  void add(int position) {
    if (!has(position)) {
      words[position >> 6] |= 1L << position;
      count++;
    }
  }

  void addAll(RowBits other) {
    count = 0;
    for (int i = 0; i < words.length; i++) {
      words[i] |= other.words[i];
      count += Long.bitCount(words[i]);
    }
  }

  /** Packed and sealed. */
  byte[] toBytes(long key) {
    long[] positions = new long[count];
    int next = 0;
    for (int i = 0; i < words.length; i++) {
      for (long word = words[i]; word != 0; word &= word - 1) {
        positions[next++] = i * (long) Long.SIZE + Long.numberOfTrailingZeros(word);
      }
    }
    ByteWriter out = new ByteWriter();
    out.putInt(count);
    PackedLongs.packAscending(positions, count, out);
    return Sealed.seal(out, key);
  }

  /** Adds the positions of a sealed list. */
  void addAll(byte[] sealed, long batch, long segment) {
    for (long position : positions(sealed, batch, segment)) {
      add((int) position);
    }
  }

  /** The positions of a sealed list. */
  static long[] positions(byte[] sealed, long batch, long segment) {
    byte[] bytes =
        Sealed.check(
            sealed,
            StoredSegment.batchKey(batch, segment),
            "list of superseded orders of segment " + segment);
    int listed = (int) ByteWriter.INT.get(bytes, 0);
    long[] positions = new long[listed];
    PackedLongs.read(bytes, 4, listed).decode(positions);
    return positions;
  }
}
