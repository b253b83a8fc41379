package dev.partnerops.orders;

import java.util.Arrays;

/** Bits kept for numbers; {@link OrderRow#ABSENT} is no number. */
final class LongTable {

  private long[] keys = new long[64];
  private byte[] bits = new byte[64];
  private int size;
  private int capacity = 64;

  LongTable() {
    Arrays.fill(keys, OrderRow.ABSENT);
  }

  /** Empties the table and makes room for so many numbers. */
  void clear(int expected) {
    capacity = Math.max(64, Integer.highestOneBit(Math.max(1, expected)) * 4);
    if (keys.length < capacity) {
      keys = new long[capacity];
      bits = new byte[capacity];
    }
    Arrays.fill(keys, 0, capacity, OrderRow.ABSENT);
    size = 0;
  }

  /** Adds bits to a number; returns those that it did not have. */
  int add(long key, int more) {
    long[] known = keys;
    int last = capacity - 1;
    int slot = (int) hash(key) & last;
    long found = known[slot];
    while (found != key) {
      if (found == OrderRow.ABSENT) {
        insert(key, slot, more);
        return more;
      }
      slot = (slot + 1) & last;
      found = known[slot];
    }
    int had = bits[slot];
    bits[slot] = (byte) (had | more);
    return more & ~had;
  }

  private void insert(long key, int free, int more) {
    int slot = free;
    if (size * 2 >= capacity) {
      grow();
      slot = slot(key);
    }
    keys[slot] = key;
    bits[slot] = (byte) more;
    size++;
  }

  private int slot(long key) {
    int last = capacity - 1;
    int slot = (int) hash(key) & last;
    while (keys[slot] != key && keys[slot] != OrderRow.ABSENT) {
      slot = (slot + 1) & last;
    }
    return slot;
  }

  static long hash(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return mixed ^ (mixed >>> 32);
  }

  private void grow() {
    long[] oldKeys = keys;
    byte[] oldBits = bits;
    int oldCapacity = capacity;
    capacity *= 2;
    keys = new long[capacity];
    bits = new byte[capacity];
    Arrays.fill(keys, OrderRow.ABSENT);
    for (int i = 0; i < oldCapacity; i++) {
      if (oldKeys[i] != OrderRow.ABSENT) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        bits[slot] = oldBits[i];
      }
    }
  }
}
