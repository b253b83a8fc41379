package dev.partnerops.store;

import java.time.Clock;
import java.time.Duration;

/**
 * Who opens a store, for others to see: the command's name, how long to wait for another to end
 * ({@code --wait}), and the clock for its start and for publishing times; and what the workspace
 * adds to its schema.
 */
public record StoreUse(String command, Duration patience, Clock clock, OwnSchema own) {

  /** Of a store as it is. */
  public StoreUse(String command, Duration patience, Clock clock) {
    this(command, patience, clock, OwnSchema.NONE);
  }

  public StoreUse adding(OwnSchema schema) {
    return new StoreUse(command, patience, clock, schema);
  }
}
