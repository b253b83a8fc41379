package dev.partnerops.orders;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that grow; numbers are little-endian. */
final class ByteWriter {

  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[1024];
  private int length;

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  void putByte(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
  }

  void putInt(int value) {
    reserve(4);
    INT.set(bytes, length, value);
    length += 4;
  }

  void putLong(long value) {
    reserve(8);
    LONG.set(bytes, length, value);
    length += 8;
  }

  /** The low {@code width} bytes of each value's distance from the least; absent as this code. */
  void putFrame(long[] values, int rows, long least, long absentCode, int width) {
    reserve(rows * width);
    int at = length;
    for (int i = 0; i < rows; i++) {
      long value = values[i];
      LONG.set(bytes, at, value == OrderRow.ABSENT ? absentCode : value - least);
      at += width;
    }
    length = at;
  }

  void putBytes(byte[] source, int from, int count) {
    reserve(count);
    System.arraycopy(source, from, bytes, length, count);
    length += count;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, length);
  }

  private void reserve(int more) {
    if (bytes.length - length < more + 8) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more + 8));
    }
  }
}
