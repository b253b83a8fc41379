package dev.partnerops.orders;

/** Rows in the order of their ids, one at a time. */
interface SortedRun {

  /** Steps to the next row, the first at first; false behind the last. */
  boolean next();

  /** The block that holds the row; valid until the next step. */
  OrderBlock block();

  /** Its place in the block. */
  int row();
}
