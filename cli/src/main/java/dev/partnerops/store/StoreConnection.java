package dev.partnerops.store;

import java.sql.Connection;

/** The way to a store for one who writes long: the connection may be another one after a turn. */
public interface StoreConnection {

  /** The connection of now, transaction open. */
  Connection connection();

  /**
   * Where readers wait and the turn is over (RULES 6), commits, lets them in, and opens the store
   * again: {@link #connection()} is another one then. What was written so far must be such that
   * nobody sees it before its batch is published.
   *
   * @return whether that was so
   */
  boolean giveWay();
}
