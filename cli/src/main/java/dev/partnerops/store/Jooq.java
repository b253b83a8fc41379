package dev.partnerops.store;

import java.sql.Connection;
import java.util.function.Supplier;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.Log;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.tools.JooqLogger;

/**
 * jOOQ as we use it: H2, no logging, no banner. Apart, so that a command without it loads none of
 * it.
 */
final class Jooq {

  private Jooq() {}

  /** Over whatever connection the store has at the time of a statement. */
  static DSLContext over(Supplier<Connection> connection) {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    // It greets each database on stderr, where a clean run says nothing.
    JooqLogger.globalThreshold(Log.Level.WARN);
    return DSL.using(provider(connection), SQLDialect.H2, new Settings().withExecuteLogging(false));
  }

  private static ConnectionProvider provider(Supplier<Connection> connection) {
    return new ConnectionProvider() {
      @Override
      public Connection acquire() {
        return connection.get();
      }

      @Override
      public void release(Connection connection) {}
    };
  }
}
