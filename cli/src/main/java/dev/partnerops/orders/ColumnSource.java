package dev.partnerops.orders;

/** Where the packed columns of one segment come from: the store, or a scratch file. */
interface ColumnSource {

  /** The checked content of a column that the header says is there. */
  byte[] content(int column);
}
