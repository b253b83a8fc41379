package dev.partnerops.orders;

import java.util.Arrays;

/** Numbers that grow in number. */
final class LongList {

  private long[] values = new long[16];
  private int size;

  int size() {
    return size;
  }

  long get(int place) {
    return values[place];
  }

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  long[] toArray() {
    return Arrays.copyOf(values, size);
  }

  void clear() {
    size = 0;
  }
}
