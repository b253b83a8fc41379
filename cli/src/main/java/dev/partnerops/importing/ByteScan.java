package dev.partnerops.importing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for bytes in text, eight at a time: every byte of an import passes here. */
final class ByteScan {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
  private static final long HIGH_BITS = ~LOW_BITS;

  private ByteScan() {}

  /** The place of the first such ASCII byte; {@code to} where there is none. */
  static int find(byte[] text, int from, int to, char ascii) {
    long pattern = ONES * ascii;
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long found = matches((long) LONG.get(text, at) ^ pattern);
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < to && text[at] != ascii) {
      at++;
    }
    return at;
  }

  /** The place behind the last such ASCII byte; {@code from} where there is none. */
  static int findLast(byte[] text, int from, int to, char ascii) {
    int at = to;
    while (at > from && text[at - 1] != ascii) {
      at--;
    }
    return at;
  }

  /** The place of the first byte that is not ASCII; {@code to} where there is none. */
  static int findNonAscii(byte[] text, int from, int to) {
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long found = (long) LONG.get(text, at) & HIGH_BITS;
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < to && text[at] >= 0) {
      at++;
    }
    return at;
  }

  /** Line ends: {@code \n}, {@code \r\n}, or {@code \r} alone. */
  static int countLines(byte[] text, int from, int to) {
    int count = count(text, from, to, '\n');
    for (int at = find(text, from, to, '\r'); at < to; at = find(text, at + 1, to, '\r')) {
      count += at + 1 < to && text[at + 1] == '\n' ? 0 : 1;
    }
    return count;
  }

  /** How many such ASCII bytes there are. */
  static int count(byte[] text, int from, int to, char ascii) {
    long pattern = ONES * ascii;
    int count = 0;
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      count += Long.bitCount(matches((long) LONG.get(text, at) ^ pattern));
    }
    for (; at < to; at++) {
      count += text[at] == ascii ? 1 : 0;
    }
    return count;
  }

  /** The high bit of every byte that is zero, and of no other. */
  private static long matches(long word) {
    return ~(((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS);
  }
}
