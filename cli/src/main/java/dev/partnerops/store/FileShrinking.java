package dev.partnerops.store;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Makes a smaller copy of a store's file, without the room that nothing uses any more. H2 does that
 * by {@code SHUTDOWN COMPACT}, which is known to fail at times (h2database#4286, RELIABILITY, rule
 * 3): so it is done to a copy, which takes the store's place only where all it holds is the same.
 */
final class FileShrinking {

  /** The copy, and what H2 makes of it. */
  private static final int FILES_AT_ONCE = 2;

  private FileShrinking() {}

  /** Makes an open database smaller and closes it. */
  interface Way {
    void shrink(Connection copy) throws SQLException;
  }

  static void byH2(Connection copy) throws SQLException {
    try (Statement statement = copy.createStatement()) {
      statement.execute("shutdown compact");
    }
  }

  /**
   * Fills a fresh file with all that the store holds. Nobody writes the store meanwhile; others may
   * read it. A {@link ToolException} leaves it as it was.
   */
  static void shrink(StoreFolder store, FreshFile fresh, Way way, StoreProgress progress) {
    try {
      FreeSpace.require(store.path(), FILES_AT_ONCE * Files.size(store.database()));
      fresh.copyStore();
      try (Connection copy = Connections.open(fresh.folder(), "")) {
        way.shrink(copy);
      }
      FileExtent.requireWhole(fresh.folder().database());
      requireSame(store, fresh.folder(), progress);
    } catch (SQLException e) {
      ToolException failure = StoreFailures.translate(e);
      throw failure instanceof ToolException.StoreDamaged
          ? new ToolException.StoreDamaged(
              Message.of("store.copy-failed", store.database(), e.getErrorCode()), e)
          : failure;
    } catch (IOException e) {
      throw failure(store, e);
    }
  }

  static ToolException failure(StoreFolder store, IOException cause) {
    return new ToolException.Resources(
        Message.of("store.cannot-shrink", store.path(), cause), cause);
  }

  private static void requireSame(StoreFolder store, StoreFolder copy, StoreProgress progress)
      throws SQLException {
    String settings = Connections.READ_ONLY + ContentComparison.STREAMED;
    try (Connection original = Connections.open(store, settings);
        Connection smaller = Connections.open(copy, settings)) {
      Optional<String> difference =
          new ContentComparison(original, smaller, progress).findDifference();
      if (difference.isPresent()) {
        throw new ToolException.StoreDamaged(
            Message.of("store.copy-differs", store.database(), difference.get()));
      }
    }
  }
}
