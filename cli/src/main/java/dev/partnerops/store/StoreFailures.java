package dev.partnerops.store;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/**
 * What a failure of H2 means to a user (RELIABILITY, rules 5 and 7). The text of a {@link
 * SQLException} is never shown: it may print whole rows.
 */
public final class StoreFailures {

  private static final Set<Integer> DAMAGE =
      Set.of(
          ErrorCode.GENERAL_ERROR_1,
          ErrorCode.DATABASE_ALREADY_OPEN_1,
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.FILE_CORRUPTED_1,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2);

  private StoreFailures() {}

  /** The failure as one of ours; empty where no cause of it is H2's. */
  public static Optional<ToolException> find(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(translate(sql));
      }
      if (cause instanceof MVStoreException pages) {
        return Optional.of(translate(pages));
      }
      if ((cause instanceof RuntimeException || cause instanceof AssertionError)
          && isThrownByH2(cause)) {
        return Optional.of(
            new ToolException.StoreDamaged(
                Message.of("store.uncertain", ErrorCode.GENERAL_ERROR_1), cause));
      }
    }
    return Optional.empty();
  }

  /** Over noise H2 stumbles in ways of its own: a negative length, a page that is no page. */
  private static boolean isThrownByH2(Throwable failure) {
    for (StackTraceElement frame : failure.getStackTrace()) {
      String name = frame.getClassName();
      if (!name.startsWith("java.") && !name.startsWith("jdk.") && !name.startsWith("sun.")) {
        return name.startsWith("org.h2.");
      }
    }
    return false;
  }

  public static ToolException translate(SQLException failure) {
    return translate(failure.getErrorCode(), failure);
  }

  /** The store of pages beneath the database has codes of its own. */
  static ToolException translate(MVStoreException failure) {
    int code =
        failure.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
            ? ErrorCode.DATABASE_ALREADY_OPEN_1
            : ErrorCode.FILE_CORRUPTED_1;
    return translate(code, failure);
  }

  private static ToolException translate(int code, Exception failure) {
    if (isOutOfSpace(failure)) {
      return new ToolException.Resources(Message.of("store.no-space"), failure);
    }
    if (code == ErrorCode.OUT_OF_MEMORY) {
      return new ToolException.Resources(Message.of("store.out-of-memory"), failure);
    }
    if (code == ErrorCode.DATABASE_ALREADY_OPEN_1 && !isHeldByThisProcess(failure)) {
      return new ToolException.StoreBusy(Message.of("store.opened-elsewhere"));
    }
    if (code == ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1) {
      return new ToolException.StoreDamaged(Message.of("store.vanished"), failure);
    }
    if (DAMAGE.contains(code)) {
      return new ToolException.StoreDamaged(Message.of("store.uncertain", code), failure);
    }
    return new ToolException.StoreDamaged(Message.of("store.refused", code), failure);
  }

  /**
   * H2 keeps a file locked that it failed to open, so that the second try of a process finds the
   * file in use by itself. Our own locks let no process open a store twice.
   */
  private static boolean isHeldByThisProcess(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OverlappingFileLockException) {
        return true;
      }
    }
    return false;
  }

  /** Whether the disk, or what a user may have of it, is full. */
  public static boolean isOutOfSpace(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String text = String.valueOf(cause.getMessage());
      if (cause instanceof IOException
          && (text.contains("No space left") || text.contains("File too large"))) {
        return true;
      }
    }
    return false;
  }
}
