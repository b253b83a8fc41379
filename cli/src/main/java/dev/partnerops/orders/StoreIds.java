package dev.partnerops.orders;

import java.util.ArrayList;
import java.util.List;

/**
 * The ids of merchants, promoters, leaders, SKUs and sessions by their codes, which count up from 0
 * and are never given to another id. Kept in chunks that are only ever added.
 */
final class StoreIds {

  private static final int CHUNK_BYTES = 700_000;
  private static final int FIRST = OrderColumn.MERCHANT_ID.number();
  private static final int LAST = OrderColumn.SESSION_ID.number();

  private final TextPool[] pools = new TextPool[LAST + 1];
  private final int[] stored = new int[LAST + 1];
  private final boolean[] isRead = new boolean[LAST + 1];
  private final Source source;

  /** Where the ids of a column are, when they are first asked for. */
  interface Source {
    /** Reads the chunks of a column, in order. */
    void read(int column, StoreIds ids);

    /** How many there are, without reading them. */
    int count(int column);
  }

  /** Some ids of one column in the order of their codes, not yet sealed under a number. */
  @SuppressWarnings("ArrayRecordComponent") // carries bytes, is never compared
  record Chunk(int column, int firstCode, byte[] content) {}

  StoreIds(Source source) {
    this.source = source;
    for (int column = 0; column <= LAST; column++) {
      pools[column] = new TextPool();
    }
  }

  static boolean codes(int column) {
    return column >= FIRST && column <= LAST;
  }

  TextPool pool(OrderColumn column) {
    return pool(column.number());
  }

  synchronized TextPool pool(int column) {
    if (!isRead[column]) {
      isRead[column] = true;
      source.read(column, this);
    }
    return pools[column];
  }

  /** How many codes a column has: millions of ids need not be read to know that. */
  synchronized int codes(OrderColumn column) {
    int number = column.number();
    return isRead[number] ? pools[number].size() : source.count(number);
  }

  long memory() {
    long memory = 0;
    for (TextPool pool : pools) {
      memory += pool.memory();
    }
    return memory;
  }

  /** How many ids a chunk has. */
  static int count(byte[] sealed, long chunk) {
    return (int) ByteWriter.INT.get(Sealed.check(sealed, chunk, place(chunk)), 0);
  }

  private static String place(long chunk) {
    return "id chunk " + chunk;
  }

  void read(int column, int firstCode, byte[] sealed, long chunk) {
    int count = count(sealed, chunk);
    byte[] bytes = sealed;
    TextPool pool = pools[column];
    if (pool.size() != firstCode) {
      throw Sealed.damaged(place(chunk));
    }
    PackedLongs packed = PackedLongs.read(bytes, 4, count);
    long[] lengths = new long[count];
    packed.decode(lengths);
    int at = packed.end();
    for (long length : lengths) {
      pool.add(bytes, at, (int) length);
      at += (int) length;
    }
    stored[column] = pool.size();
  }

  /** Chunks of what came after the last one read. */
  List<Chunk> newChunks() {
    List<Chunk> chunks = new ArrayList<>();
    for (int column = FIRST; column <= LAST; column++) {
      int from = stored[column];
      while (from < pools[column].size()) {
        int to = chunkEnd(pools[column], from);
        chunks.add(new Chunk(column, from, pack(pools[column], from, to)));
        from = to;
      }
    }
    return chunks;
  }

  private static int chunkEnd(TextPool pool, int from) {
    int bytes = 0;
    int to = from;
    while (to < pool.size() && bytes < CHUNK_BYTES) {
      bytes += pool.length(to++) + 2;
    }
    return to;
  }

  private static byte[] pack(TextPool pool, int from, int to) {
    long[] lengths = new long[to - from];
    for (int code = from; code < to; code++) {
      lengths[code - from] = pool.length(code);
    }
    ByteWriter out = new ByteWriter();
    out.putInt(lengths.length);
    PackedLongs.pack(lengths, lengths.length, out);
    for (int code = from; code < to; code++) {
      pool.write(code, out);
    }
    return Sealed.open(out);
  }
}
