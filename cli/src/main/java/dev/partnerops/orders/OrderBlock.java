package dev.partnerops.orders;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Rows of orders by column, every value a long. Ids of merchants, promoters, leaders, SKUs and
 * sessions are the store's codes, channel and status the place of their constant. Order ids, buyers
 * and own columns are <em>tokens</em>: a number from 0 on is itself, a text is {@code -1 - n} for
 * the n-th text of {@link #texts}.
 */
final class OrderBlock {

  /** Rows of a full segment. */
  static final int SEGMENT_ROWS = 16_384;

  /** A segment is full before its texts could outgrow a binary value of the store (1 MiB). */
  static final int SEGMENT_TEXT_BYTES = 700_000;

  /** So many rows of texts may be added before anybody looks how long the texts are. */
  private static final int TEXT_ROWS = 64;

  /**
   * Column of a folded segment: the batch of each version. The last of the own columns' numbers.
   */
  static final int BATCH = OrderColumn.MOST - 1;

  private static final int FIRST_CAPACITY = 1024;

  final TextPool texts = new TextPool();
  private final int[] columns;
  private final long[][] values = new long[OrderColumn.MOST][];
  private int capacity;
  private int growthLimit = Integer.MAX_VALUE;
  private int rows;

  private OrderBlock(int[] columns) {
    this.columns = columns;
    Arrays.fill(values, new long[0]);
  }

  /** For whole orders: the shipped columns and these own ones. */
  static OrderBlock ofOrders(int[] ownColumns) {
    int shipped = OrderColumn.values().length;
    int[] columns = new int[shipped + ownColumns.length];
    for (int i = 0; i < shipped; i++) {
      columns[i] = i;
    }
    System.arraycopy(ownColumns, 0, columns, shipped, ownColumns.length);
    return new OrderBlock(columns);
  }

  /** For versions of orders, each with its batch. */
  static OrderBlock ofVersions(int[] ownColumns) {
    int[] columns = Arrays.copyOf(ownColumns, ownColumns.length + 1);
    columns[ownColumns.length] = BATCH;
    return ofOrders(columns);
  }

  static OrderBlock ofIds() {
    return new OrderBlock(new int[] {OrderColumn.ORDER_ID.number()});
  }

  static boolean holdsTokens(int column) {
    return column == OrderColumn.ORDER_ID.number()
        || column == OrderColumn.BUYER_ID.number()
        || (column >= OrderColumn.FIRST_OWN && column != BATCH);
  }

  int rows() {
    return rows;
  }

  int[] columns() {
    return columns;
  }

  long[] values(OrderColumn column) {
    return values[column.number()];
  }

  long[] values(int column) {
    return values[column];
  }

  boolean isFullSegment() {
    return rows >= SEGMENT_ROWS || texts.byteLength() >= SEGMENT_TEXT_BYTES;
  }

  /** Grows in steps up to so many rows, and beyond them only as needed. */
  void limitGrowth(int rowsExpected) {
    growthLimit = rowsExpected;
  }

  void clear() {
    rows = 0;
    texts.clear();
  }

  /** A new last row whose values are whatever was there; its place. */
  int addRow() {
    ensure(rows + 1);
    return rows++;
  }

  /** Room for so many rows, which then count. */
  void resize(int newRows) {
    ensure(newRows);
    rows = newRows;
  }

  void append(OrderBlock source, int row) {
    int to = addRow();
    for (int column : columns) {
      long value = source.value(column, row);
      values[column][to] = holdsTokens(column) ? translate(source, value) : value;
    }
  }

  /**
   * Appends rows from a place on until the segment is full, a few at a time where they have texts;
   * how many those were.
   */
  int appendSome(OrderBlock source, int from, int to) {
    boolean texts = source.texts.size() > 0;
    int room = Math.max(1, SEGMENT_ROWS - rows);
    int count = Math.min(to - from, texts ? Math.min(room, TEXT_ROWS) : room);
    int at = rows;
    resize(at + count);
    for (int column : columns) {
      if (source.values[column].length == 0) {
        Arrays.fill(values[column], at, at + count, OrderRow.ABSENT);
      } else if (texts && holdsTokens(column)) {
        for (int i = 0; i < count; i++) {
          values[column][at + i] = translate(source, source.values[column][from + i]);
        }
      } else {
        System.arraycopy(source.values[column], from, values[column], at, count);
      }
    }
    return count;
  }

  /** Moves a row to a place before it. */
  void move(int from, int to) {
    for (int column : columns) {
      values[column][to] = values[column][from];
    }
  }

  long value(int column, int row) {
    return values[column].length == 0 ? OrderRow.ABSENT : values[column][row];
  }

  boolean sameValues(int row, int otherRow, long columnBits) {
    for (int column : columns) {
      if (((columnBits >>> column) & 1) != 0 && values[column][row] != values[column][otherRow]) {
        return false;
      }
    }
    return true;
  }

  long token(String id) {
    long number = OrderKey.number(id);
    return number >= 0 ? number : -1L - texts.intern(id);
  }

  long translate(OrderBlock source, long token) {
    return token >= 0 || token == OrderRow.ABSENT || source == this
        ? token
        : -1L - texts.intern(source.texts, (int) (-1 - token));
  }

  /** The text of a token that is not absent. */
  String text(long token) {
    return token >= 0 ? Long.toString(token) : texts.text((int) (-1 - token));
  }

  byte[] utf8(long token) {
    return token >= 0
        ? Long.toString(token).getBytes(StandardCharsets.US_ASCII)
        : texts.toBytes((int) (-1 - token));
  }

  boolean isNumber(int row) {
    return values[0][row] >= 0;
  }

  OrderKey key(int row) {
    long token = values[0][row];
    return token >= 0
        ? OrderKey.ofNumber(token)
        : OrderKey.ofText(texts.toBytes((int) (-1 - token)));
  }

  int compareKeys(int row, OrderBlock other, int otherRow) {
    long token = values[0][row];
    long otherToken = other.values[0][otherRow];
    if (token >= 0 || otherToken >= 0) {
      return token >= 0 && otherToken >= 0
          ? Long.compare(token, otherToken)
          : Boolean.compare(token < 0, otherToken < 0);
    }
    return texts.compare((int) (-1 - token), other.texts, (int) (-1 - otherToken));
  }

  private void ensure(int needed) {
    if (needed <= capacity) {
      return;
    }
    int step = Math.min(Math.max(FIRST_CAPACITY, capacity + (capacity >> 1)), growthLimit);
    capacity = Math.max(needed, step);
    for (int column : columns) {
      values[column] = Arrays.copyOf(values[column], capacity);
    }
  }
}
