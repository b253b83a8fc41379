package dev.partnerops.store;

import java.sql.Connection;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * jOOQ as we use it: H2, no logging, no banner. Apart, so that a command without it loads none of
 * it.
 */
final class Jooq {

  private Jooq() {}

  static DSLContext over(Connection connection) {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    return DSL.using(connection, SQLDialect.H2, new Settings().withExecuteLogging(false));
  }
}
