package dev.partnerops.orders;

import java.util.Arrays;

/** Rows of a segment and the entity each counts for; a row may stand here more than once. */
final class Selection {

  int[] rows = new int[OrderBlock.SEGMENT_ROWS];
  int[] entities = new int[OrderBlock.SEGMENT_ROWS];
  int count;

  /** Becomes the same as another. */
  void copy(Selection other) {
    if (rows.length < other.count) {
      rows = new int[other.count];
      entities = new int[other.count];
    }
    System.arraycopy(other.rows, 0, rows, 0, other.count);
    System.arraycopy(other.entities, 0, entities, 0, other.count);
    count = other.count;
  }

  void add(int row, int entity) {
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, count * 2);
      entities = Arrays.copyOf(entities, count * 2);
    }
    rows[count] = row;
    entities[count++] = entity;
  }
}
