package dev.partnerops.orders;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Distinct texts in UTF-8, numbered from 0 in the order they came: compact, without an object each.
 */
final class TextPool {

  private static final int MISSING = -1;

  /** Longs of a slot: the text or its hash, the rest of it and its length, its number plus 1. */
  private static final int SLOT = 3;

  private static final int FIRST_SLOTS = 64;
  private static final int FIRST_LOOKS = 4;
  private static final int INLINE = ShortTexts.INLINE;

  private byte[] bytes = new byte[256];
  private int[] ends = new int[FIRST_SLOTS / 2];
  private long[] table = new long[FIRST_SLOTS * SLOT];
  private int slots = FIRST_SLOTS;
  private int size;
  private boolean indexed = true;
  private long low;
  private long high;

  int size() {
    return size;
  }

  /** Bytes of heap, about. */
  long memory() {
    return bytes.length + 4L * ends.length + 8L * table.length;
  }

  /** Bytes of all texts together. */
  int byteLength() {
    return size == 0 ? 0 : ends[size - 1];
  }

  void clear() {
    if (size == 0) {
      return;
    }
    size = 0;
    indexed = true;
    Arrays.fill(table, 0);
  }

  int intern(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return intern(utf8, 0, utf8.length);
  }

  int intern(TextPool source, int code) {
    return intern(source.bytes, source.start(code), source.length(code));
  }

  int intern(byte[] source, int from, int length) {
    index();
    int slot = slot(source, from, length);
    return code(slot) != MISSING ? code(slot) : add(source, from, length, slot);
  }

  /**
   * The numbers of all texts into {@code codes} from a place on. Those that lie near where they are
   * looked for first, which are nearly all, are found without waiting for each other's memory.
   */
  void internAll(ShortTexts texts, long[] codes, int from) {
    index();
    for (int i = 0; i < texts.size(); i++) {
      codes[from + i] = firstCode(texts.low(i), texts.high(i));
    }
    byte[] inline = new byte[2 * Long.BYTES];
    int longTexts = 0;
    for (int i = 0; i < texts.size(); i++) {
      if (texts.isAbsent(i)) {
        codes[from + i] = OrderRow.ABSENT;
      } else if (texts.isLong(i)) {
        byte[] text = texts.longTexts().get(longTexts++);
        codes[from + i] = intern(text, 0, text.length);
      } else if (codes[from + i] == MISSING) {
        ByteWriter.LONG.set(inline, 0, texts.low(i));
        ByteWriter.LONG.set(inline, Long.BYTES, texts.high(i));
        codes[from + i] = intern(inline, 0, texts.length(i));
      }
    }
  }

  private int firstCode(long wantedLow, long wantedHigh) {
    int slot = (int) mixed(wantedLow, wantedHigh);
    for (int i = 0; i < FIRST_LOOKS; i++) {
      int at = ((slot + i) & (slots - 1)) * SLOT;
      if (table[at] == wantedLow && table[at + 1] == wantedHigh) {
        return (int) table[at + 2] - 1;
      }
    }
    return MISSING;
  }

  /** Adds the text whose digest was left behind, in the empty slot where it belongs. */
  private int add(byte[] source, int from, int length, int slot) {
    append(source, from, length);
    fill(slot, size - 1);
    if (size * 3L > slots * 2L) {
      rehash();
    }
    return size - 1;
  }

  /** Adds a text that is known not to be here; finding waits until somebody asks. */
  void add(byte[] source, int from, int length) {
    append(source, from, length);
    indexed = false;
  }

  /** The number of a text, or -1. */
  int find(String text) {
    index();
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return code(slot(utf8, 0, utf8.length));
  }

  String text(int code) {
    return new String(bytes, start(code), length(code), StandardCharsets.UTF_8);
  }

  int length(int code) {
    return ends[code] - start(code);
  }

  /** A hash of the bytes, alike in every pool. */
  long hash(int code) {
    digest(bytes, start(code), length(code));
    return mixed(low, high);
  }

  /** By unsigned bytes (RULES 16). */
  int compare(int code, TextPool other, int otherCode) {
    return Arrays.compareUnsigned(
        bytes, start(code), ends[code], other.bytes, other.start(otherCode), other.ends[otherCode]);
  }

  boolean equals(int code, byte[] other, int from, int length) {
    return Arrays.equals(bytes, start(code), ends[code], other, from, from + length);
  }

  void write(int code, ByteWriter out) {
    out.putBytes(bytes, start(code), length(code));
  }

  byte[] toBytes(int code) {
    return Arrays.copyOfRange(bytes, start(code), ends[code]);
  }

  private int start(int code) {
    return code == 0 ? 0 : ends[code - 1];
  }

  private void append(byte[] source, int from, int length) {
    int start = size == 0 ? 0 : ends[size - 1];
    int end = Math.addExact(start, length);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, grown(bytes.length, end));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
    }
    System.arraycopy(source, from, bytes, start, length);
    ends[size++] = end;
  }

  private static int grown(int from, int least) {
    return (int) Math.min(Math.max((long) least, from + (from >> 1)), Integer.MAX_VALUE - 16);
  }

  private int code(int slot) {
    return (int) table[slot * SLOT + 2] - 1;
  }

  private void fill(int slot, int code) {
    table[slot * SLOT] = low;
    table[slot * SLOT + 1] = high;
    table[slot * SLOT + 2] = code + 1L;
  }

  /** The slot of a text, or the empty one where it would go; leaves its digest behind. */
  private int slot(byte[] source, int from, int length) {
    digest(source, from, length);
    int last = slots - 1;
    for (int slot = (int) mixed(low, high) & last; ; slot = (slot + 1) & last) {
      int code = code(slot);
      if (code == MISSING
          || (table[slot * SLOT] == low
              && table[slot * SLOT + 1] == high
              && (length <= INLINE || equals(code, source, from, length)))) {
        return slot;
      }
    }
  }

  private void digest(byte[] source, int from, int length) {
    if (length > INLINE) {
      low = hash(source, from, length);
      high = ShortTexts.LONG_TEXT | length;
    } else if (from + 2 * Long.BYTES <= source.length) {
      low = (long) ByteWriter.LONG.get(source, from) & lowBytes(length);
      high = (long) ByteWriter.LONG.get(source, from + Long.BYTES) & lowBytes(length - Long.BYTES);
      high |= (long) length << 56;
    } else {
      digest(Arrays.copyOfRange(source, from, from + 2 * Long.BYTES), 0, length);
    }
  }

  private static long lowBytes(int count) {
    return count >= Long.BYTES ? -1 : count <= 0 ? 0 : (1L << (8 * count)) - 1;
  }

  private static long hash(byte[] source, int from, int length) {
    long hash = length;
    for (int i = from; i < from + length; i++) {
      hash = (hash ^ (source[i] & 0xff)) * 0x100000001B3L;
    }
    return hash;
  }

  private static long mixed(long low, long high) {
    long mixed = (low ^ Long.rotateLeft(high, 29)) * 0x9E3779B97F4A7C15L;
    return mixed ^ (mixed >>> 32);
  }

  private void index() {
    if (indexed) {
      return;
    }
    indexed = true;
    int needed = slots;
    while (size * 3L > needed * 2L) {
      needed = Math.multiplyExact(needed, 2);
    }
    slots = needed;
    table = new long[Math.multiplyExact(slots, SLOT)];
    for (int code = 0; code < size; code++) {
      digest(bytes, start(code), length(code));
      fill(freeSlot(), code);
    }
  }

  private void rehash() {
    long[] old = table;
    slots = Math.multiplyExact(slots, 2);
    table = new long[Math.multiplyExact(slots, SLOT)];
    for (int at = 0; at < old.length; at += SLOT) {
      if (old[at + 2] != 0) {
        low = old[at];
        high = old[at + 1];
        fill(freeSlot(), (int) old[at + 2] - 1);
      }
    }
  }

  private int freeSlot() {
    int last = slots - 1;
    int slot = (int) mixed(low, high) & last;
    while (code(slot) != MISSING) {
      slot = (slot + 1) & last;
    }
    return slot;
  }
}
