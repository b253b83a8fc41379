package dev.partnerops.dataset;

/** What a column is to its data set, beside its type. */
public enum Trait {
  /** A row without it is a reject, a file without it cannot be imported. */
  REQUIRED,
  /** Part of the key (RULES 8); always required. */
  KEY,
  /** The money of control totals (RULES 29). */
  CONTROL_TOTAL,
  /** Dates the row: a row dated after the as-of day does not exist (RULES 15). */
  CLOCK,
  /** The day or time of {@code by_arrival} (RULES 13). */
  ARRIVAL,
  /** A negative value is a reject. */
  NOT_NEGATIVE,
  /** A whole number from 1 to 5 (RULES 39). */
  RATING
}
