package dev.partnerops.orders;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Texts in the order they come, as {@link TextPool} looks for them: up to 15 bytes in two longs
 * with their length, a longer one as its hash and its length.
 */
final class ShortTexts {

  /** The most bytes of a text that is all in its two longs. */
  static final int INLINE = 15;

  static final long LONG_TEXT = 0xffL << 56;

  private static final long NONE = -1;

  private long[] lows = new long[1024];
  private long[] highs = new long[1024];
  private int size;
  private final List<byte[]> longTexts = new ArrayList<>();

  int size() {
    return size;
  }

  void clear() {
    size = 0;
    longTexts.clear();
  }

  boolean isAbsent(int place) {
    return highs[place] == NONE;
  }

  boolean isLong(int place) {
    return highs[place] >>> 56 > INLINE;
  }

  long low(int place) {
    return lows[place];
  }

  long high(int place) {
    return highs[place];
  }

  int length(int place) {
    return (int) (highs[place] >>> 56);
  }

  /** The long texts, in the order they came. */
  List<byte[]> longTexts() {
    return longTexts;
  }

  void addAbsent() {
    add(0, NONE);
  }

  void add(String text) {
    int length = text.length();
    if (length <= INLINE) {
      long low = 0;
      long high = 0;
      int seen = 0;
      for (int i = 0; i < length; i++) {
        char c = text.charAt(i);
        seen |= c;
        if (i < Long.BYTES) {
          low |= (long) c << (8 * i);
        } else {
          high |= (long) c << (8 * (i - Long.BYTES));
        }
      }
      if (seen < 0x80) {
        add(low, high | (long) length << 56);
        return;
      }
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (utf8.length <= INLINE) {
      byte[] padded = Arrays.copyOf(utf8, 2 * Long.BYTES);
      add(
          (long) ByteWriter.LONG.get(padded, 0),
          (long) ByteWriter.LONG.get(padded, Long.BYTES) | (long) utf8.length << 56);
    } else {
      longTexts.add(utf8);
      add(0, LONG_TEXT);
    }
  }

  private void add(long low, long high) {
    if (size == lows.length) {
      lows = Arrays.copyOf(lows, size * 2);
      highs = Arrays.copyOf(highs, size * 2);
    }
    lows[size] = low;
    highs[size++] = high;
  }
}
