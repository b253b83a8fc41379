package dev.partnerops.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.h2.Driver;

/** Opens the database of a store folder (RELIABILITY, rules 2 and 5). */
final class Connections {

  /** Nothing of the file changes, and others may have it open so too. */
  static final String READ_ONLY = ";ACCESS_MODE_DATA=r";

  private static final String ADMIN = "PARTNEROPS";
  private static final String READER = "READER";
  private static final String EXISTING = ";IFEXISTS=TRUE";

  private Connections() {}

  /** Makes the database where there is none. */
  static Connection create(StoreFolder folder) throws SQLException {
    return connect(url(folder, ""), ADMIN);
  }

  /** One that must be there; settings of H2's, each with its semicolon before it. */
  static Connection open(StoreFolder folder, String settings) throws SQLException {
    return connect(url(folder, EXISTING + settings), ADMIN);
  }

  /** Beside an open one, for the user who may only SELECT. */
  static Connection openReader(StoreFolder folder) throws SQLException {
    // No settings: the open store has them, and only an admin may give them.
    return connect(address(folder) + EXISTING, READER);
  }

  private static String url(StoreFolder folder, String settings) {
    return address(folder)
        + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;DB_CLOSE_ON_EXIT=FALSE"
        + settings;
  }

  private static String address(StoreFolder folder) {
    return "jdbc:h2:file:" + folder.path().resolve(StoreFolder.NAME);
  }

  private static Connection connect(String url, String user) throws SQLException {
    // H2 loads a table engine only where this names it, and reads it once.
    System.setProperty("h2.allowedClasses", "dev.partnerops.*");
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", "");
    Connection connection = new Driver().connect(url, properties);
    if (connection == null) {
      throw new IllegalStateException("H2 does not know its own address " + url);
    }
    return connection;
  }

  /** Waits until the disk has what was committed. */
  static void sync(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("checkpoint sync");
    }
  }
}
