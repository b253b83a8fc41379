package dev.partnerops.orders;

/** Rows in the order of their ids, one at a time. */
interface SortedRun {

  /** Steps to the next row, the first at first; false behind the last. */
  boolean next();

  /** The block that holds the row; valid until the next step. */
  OrderBlock block();

  /** Its place in the block. */
  int row();

  /** How many rows from this one on stand in the block in order; 1 where that is not known. */
  default int ahead() {
    return 1;
  }

  /** Steps over fewer rows than there are {@link #ahead}. */
  default void skip(int rows) {
    if (rows != 0) {
      throw new IllegalStateException("only a row at a time");
    }
  }
}
