package dev.partnerops.orders;

import java.util.Arrays;

/**
 * The places of a block's rows in the order of their ids: numbers by value, then texts by bytes;
 * equal ones as they came.
 */
final class RowOrder {

  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private RowOrder() {}

  static int[] of(OrderBlock block) {
    int rows = block.rows();
    long[] ids = block.values(OrderColumn.ORDER_ID);
    int[] order = new int[rows];
    int numbers = 0;
    for (int i = 0; i < rows; i++) {
      if (ids[i] >= 0) {
        order[numbers++] = i;
      }
    }
    int texts = numbers;
    for (int i = 0; i < rows; i++) {
      if (ids[i] < 0) {
        order[texts++] = i;
      }
    }
    sortNumbers(ids, order, numbers);
    if (numbers < rows) {
      sortTexts(block, ids, order, numbers);
    }
    return order;
  }

  private static void sortNumbers(long[] ids, int[] order, int count) {
    long least = Long.MAX_VALUE;
    long greatest = 0;
    boolean ascending = true;
    for (int i = 0; i < count; i++) {
      long id = ids[order[i]];
      least = Math.min(least, id);
      ascending &= id >= greatest;
      greatest = Math.max(greatest, id);
    }
    if (ascending) {
      return;
    }
    int[] from = order;
    int[] to = new int[count];
    int bits = 64 - Long.numberOfLeadingZeros(greatest - least);
    int passes = 0;
    for (int shift = 0; shift < bits; shift += DIGIT_BITS) {
      int[] starts = new int[DIGITS + 1];
      for (int i = 0; i < count; i++) {
        starts[digit(ids[from[i]] - least, shift) + 1]++;
      }
      for (int i = 0; i < DIGITS; i++) {
        starts[i + 1] += starts[i];
      }
      for (int i = 0; i < count; i++) {
        to[starts[digit(ids[from[i]] - least, shift)]++] = from[i];
      }
      passes++;
      int[] other = from;
      from = to;
      to = other;
    }
    if (passes % 2 == 1) {
      System.arraycopy(from, 0, order, 0, count);
    }
  }

  private static int digit(long distance, int shift) {
    return (int) (distance >>> shift) & (DIGITS - 1);
  }

  private static void sortTexts(OrderBlock block, long[] ids, int[] order, int from) {
    Integer[] boxed = new Integer[order.length - from];
    for (int i = 0; i < boxed.length; i++) {
      boxed[i] = order[from + i];
    }
    TextPool texts = block.texts;
    Arrays.sort(boxed, (a, b) -> texts.compare((int) (-1 - ids[a]), texts, (int) (-1 - ids[b])));
    for (int i = 0; i < boxed.length; i++) {
      order[from + i] = boxed[i];
    }
  }
}
