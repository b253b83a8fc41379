package dev.partnerops.orders;

/**
 * An order that is not the same as of two batches.
 *
 * @param row its version as of the later batch, or as of the earlier where it is gone; the same
 *     object every time
 */
public record OrderChange(Kind kind, OrderRow row) {

  /** What became of it; withdrawn batches bring back older versions, which amends too. */
  public enum Kind {
    ADDED,
    AMENDED,
    GONE
  }
}
