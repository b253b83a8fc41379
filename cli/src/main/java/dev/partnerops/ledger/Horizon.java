package dev.partnerops.ledger;

/**
 * How far a run could see: events of runs and entries of the ledger up to these numbers, both in.
 * What is appended later does not exist for it (SPEC section 5, "A run is never changed").
 *
 * @param event the last event of any run; 0 before the first
 * @param entry the last entry of any programme; 0 before the first
 */
public record Horizon(long event, long entry) {

  /** Everything there is whenever it is asked for. */
  public static final Horizon NOW = new Horizon(Long.MAX_VALUE, Long.MAX_VALUE);
}
