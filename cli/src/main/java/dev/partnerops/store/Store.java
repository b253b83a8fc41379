package dev.partnerops.store;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * An open store. One writer holds it from start to end, readers share it (RULES 6); what a writer
 * commits is seen by nobody before the row that publishes it, and {@link #publish()} returns only
 * when that is on the disk (RELIABILITY, rules 2 and 3). Times and money of its rows: see {@code
 * sql/README.md}.
 */
public final class Store implements StoreConnection, AutoCloseable {

  private final StoreFolder folder;
  private final String settings;
  private final StoreLocks locks;
  private final OwnSchema own;
  private Connection connection;
  private @Nullable DSLContext sql;

  private Store(StoreFolder folder, String settings, StoreLocks locks, OwnSchema own)
      throws SQLException {
    this.folder = folder;
    this.settings = settings;
    this.locks = locks;
    this.own = own;
    connection = openFile();
  }

  /** Makes an empty store; refuses where there is one. The file appears whole or not at all. */
  public static void create(StoreFolder folder, StoreUse use) {
    if (folder.exists()) {
      throw new ToolException.Usage(Message.of("store.exists", folder.database()));
    }
    try {
      PrivateFiles.createFolder(folder.path());
      StoreLocks locks = StoreLocks.toCreate(folder, use);
      try {
        makeFresh(folder);
      } finally {
        locks.close();
      }
    } catch (SQLException e) {
      throw StoreFailures.translate(e);
    } catch (IOException e) {
      throw new ToolException.Resources(Message.of("store.cannot-create", folder.path(), e), e);
    }
  }

  private static void makeFresh(StoreFolder folder) throws SQLException, IOException {
    String id = UUID.randomUUID().toString();
    try (FreshFile fresh = FreshFile.empty(folder)) {
      try (Connection connection = Connections.create(fresh.folder())) {
        connection.setAutoCommit(false);
        Migrations.apply(connection);
        setProperty(connection, "store_id", id);
        connection.commit();
        Connections.sync(connection);
      }
      new SideFile(id, 0, 0, 0, 0).write(folder.side());
      fresh.takePlace();
    }
  }

  /**
   * Opens for reading, together with other readers; an older store, or one that lacks what the
   * workspace adds, is brought up to date first.
   */
  public static Store openToRead(StoreFolder folder, StoreUse use) {
    folder.requireExisting();
    Store store = open(folder, Connections.READ_ONLY, StoreLocks.toRead(folder, use), use.own());
    if (store.isUpToDate()) {
      return store;
    }
    store.close();
    openToWrite(folder, use).close();
    return openToRead(folder, use);
  }

  /**
   * Opens for writing, alone; waits as long as {@code use} says, then names who holds the store.
   */
  public static Store openToWrite(StoreFolder folder, StoreUse use) {
    folder.requireExisting();
    Store store = open(folder, "", StoreLocks.toWrite(folder, use), use.own());
    if (store.isUpToDate()) {
      return store;
    }
    return store.upgraded();
  }

  /** Whatever fails, nothing stays open or locked: the same process may try again. */
  private static Store open(StoreFolder folder, String settings, StoreLocks locks, OwnSchema own) {
    try {
      return new Store(folder, settings, locks, own);
    } catch (SQLException e) {
      locks.close();
      throw StoreFailures.translate(e);
    } catch (RuntimeException | Error e) {
      locks.close();
      throw e;
    }
  }

  private Connection openFile() throws SQLException {
    SideFile side = SideFile.read(folder.side());
    FileExtent.requireWhole(folder.database());
    Connection opened = Connections.open(folder, settings);
    try {
      opened.setAutoCommit(false);
      side.requireNotAheadOf(state(opened, side.payouts() > 0), folder.database());
      return opened;
    } catch (SQLException | RuntimeException e) {
      closeQuietly(opened, e);
      throw e;
    }
  }

  /** The failure that made us close is the one to tell. */
  private static void closeQuietly(Connection opened, Exception failure) {
    try {
      opened.close();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private Store upgraded() {
    try {
      connection.close();
      upgrade(folder, own);
      connection = openFile();
      return this;
    } catch (SQLException e) {
      locks.close();
      throw StoreFailures.translate(e);
    } catch (RuntimeException e) {
      locks.close();
      throw e;
    }
  }

  /**
   * On a copy that takes the store's place only when it is whole, since H2 cannot take a schema
   * change back.
   */
  private static void upgrade(StoreFolder folder, OwnSchema own) {
    try (FreshFile fresh = FreshFile.empty(folder)) {
      fresh.copyStore();
      try (Connection connection = Connections.open(fresh.folder(), "")) {
        connection.setAutoCommit(false);
        Migrations.apply(connection);
        OwnTables.apply(connection, own);
        Connections.sync(connection);
      }
      fresh.takePlace();
    } catch (SQLException e) {
      throw StoreFailures.translate(e);
    } catch (IOException e) {
      throw new ToolException.Resources(Message.of("store.cannot-upgrade", folder.path(), e), e);
    }
  }

  private boolean isUpToDate() {
    try {
      return Migrations.pending(connection).isEmpty() && OwnTables.has(connection, own);
    } catch (SQLException e) {
      close();
      throw StoreFailures.translate(e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * The connection of this command, transaction open; never handed to another thread while in use.
   */
  @Override
  public Connection connection() {
    return connection;
  }

  /** No connection of {@link #openReader} may be open. */
  @Override
  public boolean giveWay() {
    if (!locks.isTurnOver()) {
      return false;
    }
    try {
      connection.commit();
      connection.close();
      locks.giveWayWhile(() -> {});
      connection = openFile();
      return true;
    } catch (SQLException e) {
      throw StoreFailures.translate(e);
    }
  }

  /**
   * Does something that may take long and needs no store, as reading standard input, while others
   * may read; the writers' lock stays. Nothing uncommitted is kept.
   */
  public void closeWhile(Runnable work) {
    try {
      connection.rollback();
      connection.close();
      locks.giveWayWhile(work);
      connection = openFile();
    } catch (SQLException e) {
      throw StoreFailures.translate(e);
    }
  }

  /**
   * Gives the room of the file that nothing uses back to the disk, by way of a copy that is
   * compared with it. Others may read until the copy takes the file's place; nothing uncommitted is
   * kept.
   */
  public void shrinkFile(StoreProgress progress) {
    shrinkFile(FileShrinking::byH2, progress);
  }

  void shrinkFile(FileShrinking.Way way, StoreProgress progress) {
    try (FreshFile fresh = FreshFile.empty(folder)) {
      connection.rollback();
      connection.close();
      locks.giveWayWhile(() -> FileShrinking.shrink(folder, fresh, way, progress));
      fresh.takePlace();
      connection = openFile();
    } catch (SQLException e) {
      throw StoreFailures.translate(e);
    } catch (IOException e) {
      throw FileShrinking.failure(folder, e);
    }
  }

  /** jOOQ over {@link #connection()}; made when first asked for, since it costs a start-up. */
  public DSLContext sql() {
    if (sql == null) {
      sql = Jooq.over(this::connection);
    }
    return sql;
  }

  public StoreFolder folder() {
    return folder;
  }

  /** A connection that may only SELECT from the views of schema public, as of a batch (RULES 4). */
  public Connection openReader(long batch) {
    try {
      Connection reader = Connections.openReader(folder);
      try (Statement statement = reader.createStatement()) {
        statement.execute("set @batch = " + batch);
        return reader;
      } catch (SQLException e) {
        reader.close();
        throw e;
      }
    } catch (SQLException e) {
      throw StoreFailures.translate(e);
    }
  }

  /** The last published batch; 0 where nothing was imported yet. */
  public long lastBatch() {
    return state().batches();
  }

  /** The last run that was stored; 0 where none was. */
  public long lastRun() {
    return state().runs();
  }

  /** The name of the last migration the store has. */
  public String schemaVersion() {
    List<String> known = List.copyOf(Migrations.known().keySet());
    return known.getLast();
  }

  /** The store's own id, made with it: tells one store from another. */
  public String id() {
    return state().storeId();
  }

  private SideFile state() {
    try {
      return state(connection, true);
    } catch (SQLException e) {
      throw StoreFailures.translate(e);
    }
  }

  /** A store that is not up to date yet may lack the table of payouts, and then has none. */
  private static SideFile state(Connection connection, boolean hasPayouts) throws SQLException {
    return new SideFile(
        property(connection, "store_id"),
        number(connection, "select max(batch) from base.batch"),
        number(connection, "select max(run) from base.run"),
        number(connection, "select max(entry) from base.ledger_entry"),
        hasPayouts ? number(connection, "select max(payout) from base.payout") : 0);
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static String property(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select content from base.property where name = ?")) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : "";
      }
    }
  }

  private static void setProperty(Connection connection, String name, String content)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("merge into base.property (name, content) values (?, ?)")) {
      statement.setString(1, name);
      statement.setString(2, content);
      statement.executeUpdate();
    }
  }

  /**
   * Commits, waits until the disk has it, then notes it in the side file: only now may success be
   * told.
   */
  public void publish() {
    try {
      connection.commit();
      Connections.sync(connection);
      state().write(folder.side());
    } catch (SQLException e) {
      throw StoreFailures.translate(e);
    }
  }

  /** Takes back what was written since the last commit. */
  public void rollback() {
    try {
      if (!connection.isClosed()) {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw StoreFailures.translate(e);
    }
  }

  /** Closes the store; what was not published is rolled back and removed by the next writer. */
  @Override
  public void close() {
    try {
      rollback();
      connection.close();
    } catch (SQLException e) {
      throw StoreFailures.translate(e);
    } finally {
      locks.close();
    }
  }
}
