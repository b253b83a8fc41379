package dev.partnerops.orders;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An order id as the store sorts it: numbers by value, then texts by their UTF-8 bytes. An id is a
 * number when it is its own canonical decimal below 2^63: {@code 7}, not {@code 007}.
 *
 * @param number the value, or -1 of a text
 * @param text the bytes of a text, empty of a number
 */
@SuppressWarnings("ArrayRecordComponent") // equality below is by content
record OrderKey(long number, byte[] text) implements Comparable<OrderKey> {

  private static final byte[] NO_TEXT = {};
  private static final int MOST_DIGITS = 19;

  static OrderKey of(String id) {
    long number = number(id);
    return number >= 0 ? ofNumber(number) : ofText(id.getBytes(StandardCharsets.UTF_8));
  }

  static OrderKey ofNumber(long number) {
    return new OrderKey(number, NO_TEXT);
  }

  static OrderKey ofText(byte[] text) {
    return new OrderKey(-1, text);
  }

  /** The number that an id is, or -1. */
  static long number(String id) {
    int length = id.length();
    if (length == 0 || length > MOST_DIGITS || (length > 1 && id.charAt(0) == '0')) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < length; i++) {
      int digit = id.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return Math.max(number, -1); // 19 digits above 2^63 wrap to below 0, and not further
  }

  /** The same of an id in UTF-8. */
  static long number(byte[] id, int from, int length) {
    if (length == 0 || length > MOST_DIGITS || (length > 1 && id[from] == '0')) {
      return -1;
    }
    long number = 0;
    for (int i = from; i < from + length; i++) {
      int digit = id[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return Math.max(number, -1);
  }

  boolean isText() {
    return number < 0;
  }

  @Override
  public int compareTo(OrderKey other) {
    if (isText() || other.isText()) {
      return isText() && other.isText()
          ? Arrays.compareUnsigned(text, other.text)
          : Boolean.compare(isText(), other.isText());
    }
    return Long.compare(number, other.number);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OrderKey key && compareTo(key) == 0;
  }

  @Override
  public int hashCode() {
    return isText() ? Arrays.hashCode(text) : Long.hashCode(number);
  }

  @Override
  public String toString() {
    return isText() ? new String(text, StandardCharsets.UTF_8) : Long.toString(number);
  }
}
