package dev.partnerops.workspace;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.orders.OrderCompaction;
import dev.partnerops.output.Column;
import dev.partnerops.output.ProgressBar;
import dev.partnerops.output.ResultTable;
import dev.partnerops.store.FreeSpace;
import dev.partnerops.store.Store;
import dev.partnerops.store.StoreFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Folds what is worth it, then makes the file smaller where that is asked for, and says so. */
final class StoreCompact {

  /** The bar's whole where how much there is to do is told on the way. */
  private static final long PARTS = 1000;

  private final Session session;

  StoreCompact(Session session) {
    this.session = session;
  }

  int run(boolean file) {
    StoreFolder folder = session.workspace().store();
    OrderCompaction.Survey before;
    OrderCompaction.Survey after;
    long bytesBefore;
    long moved;
    try (Store store = session.openToWrite("store compact")) {
      bytesBefore = bytes(folder);
      // A third of the heap leaves room for lists of superseded versions and for H2.
      long memoryBytes = Runtime.getRuntime().maxMemory() / 3;
      try (OrderCompaction orders = OrderCompaction.of(store, memoryBytes)) {
        before = orders.survey();
        requireSpace(folder, bytesBefore, before);
        moved = fold(orders, before.dueVersions());
        after = orders.survey();
      }
      if (moved == 0) {
        session.notice(Message.of("workspace.compact.nothing"));
      }
      if (file) {
        shrink(store);
      }
    }
    print(before, after, moved, bytesBefore, bytes(folder));
    return ExitCode.DONE;
  }

  private static long bytes(StoreFolder folder) {
    try {
      return Files.size(folder.database());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static ToolException unreadable(IOException e) {
    return new ToolException.Resources(Message.of("command.cannot-read", "store", e), e);
  }

  /**
   * The new stands beside the old, and the database uses the room of the old late. By versions, of
   * which some are written twice.
   */
  private static void requireSpace(StoreFolder folder, long bytes, OrderCompaction.Survey survey) {
    try {
      long hundredths = 125 * survey.dueVersions() / Math.max(1, survey.versions());
      FreeSpace.require(folder.path(), bytes / 100 * hundredths);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private long fold(OrderCompaction orders, long due) {
    try (ProgressBar bar = bar("workspace.compact.folding", due)) {
      return orders.run(bar::at);
    }
  }

  private void shrink(Store store) {
    try (ProgressBar bar = bar("workspace.compact.comparing", PARTS)) {
      store.shrinkFile((done, all) -> bar.at(PARTS * done / Math.max(1, all)));
    }
  }

  private ProgressBar bar(String label, long total) {
    return new ProgressBar(
        session.err(),
        session.surroundings().errIsTerminal(),
        session.surroundings().clock(),
        session.messages().text(label),
        total);
  }

  private void print(
      OrderCompaction.Survey before,
      OrderCompaction.Survey after,
      long moved,
      long bytesBefore,
      long bytesAfter) {
    session.print(
        new ResultTable(
            List.of(
                Column.count("segments_before"),
                Column.count("segments_after"),
                Column.count("versions_moved"),
                Column.count("bytes_before"),
                Column.count("bytes_after")),
            List.of(List.of(before.segments(), after.segments(), moved, bytesBefore, bytesAfter))));
  }
}
