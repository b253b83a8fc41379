package dev.partnerops.store;

import dev.partnerops.model.Sha256;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a store holds, as digests: every published row of every table of schema base without clock
 * times and the store's own id (RULES, "store digest"). Stores that were given the same, however
 * often they were killed on the way, have the same digests.
 *
 * <p>Rows are taken in the order of their keys. Orders are taken as versions and not as the
 * segments they lie in, which a kill or a folding cuts otherwise; their order is not known without
 * sorting, so their digest is the sum of the rows' digests.
 */
public final class ContentDigest {

  /** One table's share. */
  public record Part(String name, long rows, String digest) {}

  /** The name of the last part, the digest of all others. */
  public static final String ALL = "all";

  private static final String TABLES =
      "select t.table_name from information_schema.tables as t"
          + " where t.table_schema = 'BASE' and t.table_type = 'BASE TABLE'"
          + " and t.table_name not like 'ORDER\\_%' escape '\\' order by t.table_name";

  /** How the schema came about is no content, nor which store it is. */
  private static final Set<String> NO_CONTENT = Set.of("MIGRATION", "PROPERTY");

  /**
   * The CRC of a batch's row, which is also over its clock time, and the number of an event, which
   * an identity gives: a kill leaves gaps in it.
   */
  private static final Set<String> NOT_OF_CONTENT = Set.of("BATCH.CHECKSUM", "RUN.LAST_EVENT");

  private static final String BATCH_IN = "BATCH_IN";
  private static final String BATCH_OUT = "BATCH_OUT";
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

  private final Connection connection;
  private final long lastBatch;

  private ContentDigest(Connection connection, long lastBatch) {
    this.connection = connection;
    this.lastBatch = lastBatch;
  }

  /** A part for each table, by name, and {@link #ALL}. */
  public static List<Part> of(Store store) {
    try {
      return new ContentDigest(store.connection(), store.lastBatch()).parts();
    } catch (SQLException e) {
      throw StoreFailures.translate(e);
    }
  }

  private List<Part> parts() throws SQLException {
    try (Statement settings = connection.createStatement()) {
      settings.execute("set lazy_query_execution 1");
      settings.execute("set time zone 'UTC'");
    }
    List<Part> parts = new ArrayList<>();
    for (String table : SchemaTexts.of(connection, TABLES)) {
      if (!NO_CONTENT.contains(table)) {
        parts.add(inOrder(table));
      }
    }
    parts.add(ordersInAnyOrder());
    parts.sort((left, right) -> left.name().compareTo(right.name()));
    MessageDigest all = Sha256.start();
    long rows = 0;
    for (Part part : parts) {
      add(all, (part.name() + ' ' + part.rows() + ' ' + part.digest()));
      rows += part.rows();
    }
    parts.add(new Part(ALL, rows, Sha256.hex(all)));
    return parts;
  }

  private Part inOrder(String table) throws SQLException {
    List<String> columns = columns(table);
    columns.removeIf(column -> NOT_OF_CONTENT.contains(table + '.' + column));
    boolean versions = columns.remove(BATCH_OUT);
    String listed = "\"" + String.join("\", \"", columns) + '"';
    String query = "select " + listed;
    if (versions) {
      // A batch that is being written may have ended versions; until it is published it has not.
      query += ", case when batch_out <= " + lastBatch + " then batch_out end as batch_out";
    }
    query += " from base.\"" + table + '"';
    if (versions) {
      query += " where " + BATCH_IN + " <= " + lastBatch;
    }
    query += " order by \"" + String.join("\", \"", SchemaTexts.key(connection, table)) + '"';
    MessageDigest digest = Sha256.start();
    long rows = 0;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      addNames(digest, row.getMetaData());
      while (row.next()) {
        addRow(digest, row);
        rows++;
      }
    }
    return new Part(table.toLowerCase(Locale.ROOT), rows, Sha256.hex(digest));
  }

  /** The tool's clock times have milliseconds, the times of data have none. */
  private List<String> columns(String table) throws SQLException {
    return SchemaTexts.of(
        connection,
        "select c.column_name from information_schema.columns as c"
            + " where c.table_schema = 'BASE' and c.is_identity = 'NO'"
            + " and not (c.data_type like 'TIMESTAMP%' and c.datetime_precision = 3)"
            + " and c.table_name = '"
            + table
            + "' order by c.ordinal_position");
  }

  private Part ordersInAnyOrder() throws SQLException {
    BigInteger sum = BigInteger.ZERO;
    long rows = 0;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("table public.history_orders")) {
      MessageDigest names = Sha256.start();
      addNames(names, row.getMetaData());
      sum = new BigInteger(1, names.digest());
      MessageDigest digest = Sha256.start();
      while (row.next()) {
        addRow(digest, row);
        sum = sum.add(new BigInteger(1, digest.digest()));
        rows++;
      }
    }
    String digest = String.format(Locale.ROOT, "%064x", sum.mod(MODULUS));
    return new Part("orders", rows, digest);
  }

  private static void addNames(MessageDigest digest, ResultSetMetaData columns)
      throws SQLException {
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      add(digest, columns.getColumnLabel(column));
    }
  }

  private static void addRow(MessageDigest digest, ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      if (isBinary(columns.getColumnType(column))) {
        add(digest, row.getBytes(column));
      } else {
        String text = row.getString(column);
        add(digest, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static boolean isBinary(int type) {
    return type == Types.VARBINARY || type == Types.BINARY || type == Types.BLOB;
  }

  private static void add(MessageDigest digest, String text) {
    add(digest, text.getBytes(StandardCharsets.UTF_8));
  }

  /** With its length before it, so that no two rows look alike; nothing is a length of -1. */
  private static void add(MessageDigest digest, byte @Nullable [] bytes) {
    int length = bytes == null ? -1 : bytes.length;
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    if (bytes != null) {
      digest.update(bytes);
    }
  }
}
