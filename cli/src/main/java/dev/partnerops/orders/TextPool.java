package dev.partnerops.orders;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Distinct texts in UTF-8, numbered from 0 in the order they came: compact, without an object each.
 */
final class TextPool {

  private static final int MISSING = -1;

  private byte[] bytes = new byte[1024];
  private int[] ends = new int[64];
  private int[] hashes = new int[64];
  private int[] table = new int[128];
  private int size;

  TextPool() {
    Arrays.fill(table, MISSING);
  }

  int size() {
    return size;
  }

  /** Bytes of heap, about. */
  long memory() {
    return bytes.length + 4L * (ends.length + hashes.length + table.length);
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
    Arrays.fill(table, MISSING);
  }

  int intern(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return intern(utf8, 0, utf8.length);
  }

  int intern(TextPool source, int code) {
    return intern(source.bytes, source.start(code), source.length(code));
  }

  int intern(byte[] source, int from, int length) {
    int hash = hash(source, from, length);
    int slot = slot(source, from, length, hash);
    if (table[slot] != MISSING) {
      return table[slot];
    }
    table[slot] = size;
    append(source, from, length, hash);
    if (size * 2 > table.length) {
      rehash();
    }
    return size - 1;
  }

  /** The number of a text, or -1. */
  int find(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return table[slot(utf8, 0, utf8.length, hash(utf8, 0, utf8.length))];
  }

  String text(int code) {
    return new String(bytes, start(code), length(code), StandardCharsets.UTF_8);
  }

  int length(int code) {
    return ends[code] - start(code);
  }

  /** A hash of the bytes, alike in every pool. */
  int hash(int code) {
    return hashes[code];
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

  private void append(byte[] source, int from, int length, int hash) {
    int start = size == 0 ? 0 : ends[size - 1];
    int end = Math.addExact(start, length);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, grown(bytes.length, end));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    System.arraycopy(source, from, bytes, start, length);
    ends[size] = end;
    hashes[size] = hash;
    size++;
  }

  private static int grown(int from, int least) {
    return (int) Math.min(Math.max((long) least, from + (from >> 1)), Integer.MAX_VALUE - 16);
  }

  private int slot(byte[] source, int from, int length, int hash) {
    int last = table.length - 1;
    for (int slot = spread(hash) & last; ; slot = (slot + 1) & last) {
      int code = table[slot];
      if (code == MISSING || (hashes[code] == hash && equals(code, source, from, length))) {
        return slot;
      }
    }
  }

  private void rehash() {
    table = new int[table.length * 2];
    Arrays.fill(table, MISSING);
    int last = table.length - 1;
    for (int code = 0; code < size; code++) {
      int slot = spread(hashes[code]) & last;
      while (table[slot] != MISSING) {
        slot = (slot + 1) & last;
      }
      table[slot] = code;
    }
  }

  private static int hash(byte[] source, int from, int length) {
    int hash = 0;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + source[i];
    }
    return hash;
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }
}
