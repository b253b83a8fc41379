package dev.partnerops.store;

import java.time.Clock;
import java.time.Duration;

/**
 * Who opens a store, for others to see: the command's name, how long to wait for another to end
 * ({@code --wait}), and the clock for its start and for publishing times.
 */
public record StoreUse(String command, Duration patience, Clock clock) {}
