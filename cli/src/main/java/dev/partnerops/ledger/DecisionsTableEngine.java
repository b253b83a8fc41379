package dev.partnerops.ledger;

import dev.partnerops.store.RowTableEngine;

/**
 * Makes the read-only table {@code decisions} over the packed rows of runs (RULES 23, 52). H2 finds
 * it by name, so it is public.
 */
public final class DecisionsTableEngine extends RowTableEngine {

  /** For H2. */
  public DecisionsTableEngine() {}

  @Override
  protected Source source() {
    return new DecisionStore();
  }
}
