package dev.partnerops.orders;

import java.util.Arrays;

/**
 * Tokens of one column of a segment, packed: as numbers where all of them are, else as a dictionary
 * of the segment and codes; order ids that are texts as the sorted texts themselves, each without
 * what it shares with the one before.
 */
final class PackedTexts {

  /** First byte of a dictionary; {@link PackedLongs} begin with a smaller one. */
  private static final int DICTIONARY = 16;

  private static final int SORTED = 17;

  private PackedTexts() {}

  /**
   * The texts' tokens refer to {@code block}; returns the bytes of the dictionary, 0 where there is
   * none.
   */
  static int pack(OrderBlock block, long[] tokens, int rows, ByteWriter out) {
    if (!holdsText(tokens, rows)) {
      PackedLongs.pack(tokens, rows, out);
      return 0;
    }
    TextPool distinct = new TextPool();
    long[] codes = new long[rows];
    for (int i = 0; i < rows; i++) {
      codes[i] =
          tokens[i] == OrderRow.ABSENT ? OrderRow.ABSENT : intern(distinct, block, tokens[i]);
    }
    long[] lengths = new long[distinct.size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = distinct.length(i);
    }
    out.putByte(DICTIONARY);
    out.putInt(lengths.length);
    PackedLongs.pack(codes, rows, out);
    PackedLongs.pack(lengths, lengths.length, out);
    for (int i = 0; i < lengths.length; i++) {
      distinct.write(i, out);
    }
    return distinct.byteLength();
  }

  private static int intern(TextPool distinct, OrderBlock block, long token) {
    if (token < 0) {
      return distinct.intern(block.texts, (int) (-1 - token));
    }
    return distinct.intern(Long.toString(token));
  }

  private static boolean holdsText(long[] tokens, int rows) {
    for (int i = 0; i < rows; i++) {
      if (tokens[i] < 0 && tokens[i] != OrderRow.ABSENT) {
        return true;
      }
    }
    return false;
  }

  /** Order ids of one kind, ascending. */
  static void packSorted(OrderBlock block, long[] tokens, int rows, ByteWriter out) {
    if (!holdsText(tokens, rows)) {
      packNumbers(tokens, rows, out);
      return;
    }
    long[] shared = new long[rows];
    long[] own = new long[rows];
    ByteWriter rest = new ByteWriter();
    byte[] before = {};
    for (int i = 0; i < rows; i++) {
      byte[] text = block.utf8(tokens[i]);
      int same = Arrays.mismatch(before, text);
      shared[i] = same < 0 ? text.length : same;
      own[i] = text.length - shared[i];
      rest.putBytes(text, (int) shared[i], (int) own[i]);
      before = text;
    }
    out.putByte(SORTED);
    PackedLongs.pack(shared, rows, out);
    PackedLongs.pack(own, rows, out);
    byte[] bytes = rest.toArray();
    out.putBytes(bytes, 0, bytes.length);
  }

  private static void packNumbers(long[] numbers, int rows, ByteWriter out) {
    ByteWriter line = new ByteWriter();
    ByteWriter steps = new ByteWriter();
    PackedLongs.packLine(numbers, rows, line);
    PackedLongs.packAscending(numbers, rows, steps);
    byte[] smaller = (steps.length() < line.length() ? steps : line).toArray();
    out.putBytes(smaller, 0, smaller.length);
  }

  /** Unpacks what either method packed; texts become tokens of {@code pool}. */
  static void decode(byte[] bytes, int rows, TextPool pool, long[] out) {
    switch (bytes[0]) {
      case DICTIONARY -> decodeDictionary(bytes, rows, pool, out);
      case SORTED -> decodeSorted(bytes, rows, pool, out);
      default -> PackedLongs.read(bytes, 0, rows).decode(out);
    }
  }

  private static void decodeDictionary(byte[] bytes, int rows, TextPool pool, long[] out) {
    int distinct = (int) ByteWriter.INT.get(bytes, 1);
    PackedLongs codes = PackedLongs.read(bytes, 5, rows);
    PackedLongs packedLengths = PackedLongs.read(bytes, codes.end(), distinct);
    long[] lengths = new long[distinct];
    packedLengths.decode(lengths);
    long[] tokens = new long[distinct];
    int at = packedLengths.end();
    for (int i = 0; i < distinct; i++) {
      long number = OrderKey.number(bytes, at, (int) lengths[i]);
      tokens[i] = number >= 0 ? number : -1L - pool.intern(bytes, at, (int) lengths[i]);
      at += (int) lengths[i];
    }
    codes.decode(out);
    for (int i = 0; i < rows; i++) {
      out[i] = out[i] == OrderRow.ABSENT ? OrderRow.ABSENT : tokens[(int) out[i]];
    }
  }

  private static void decodeSorted(byte[] bytes, int rows, TextPool pool, long[] out) {
    PackedLongs packedShared = PackedLongs.read(bytes, 1, rows);
    PackedLongs packedOwn = PackedLongs.read(bytes, packedShared.end(), rows);
    long[] shared = new long[rows];
    packedShared.decode(shared);
    packedOwn.decode(out);
    int at = packedOwn.end();
    byte[] text = new byte[1024];
    for (int i = 0; i < rows; i++) {
      int length = (int) (shared[i] + out[i]);
      if (length > text.length) {
        text = Arrays.copyOf(text, length * 2);
      }
      System.arraycopy(bytes, at, text, (int) shared[i], (int) out[i]);
      at += (int) out[i];
      out[i] = -1L - pool.intern(text, 0, length);
    }
  }
}
