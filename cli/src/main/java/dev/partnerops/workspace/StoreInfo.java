package dev.partnerops.workspace;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** What a store is and holds, a property a row. */
final class StoreInfo {

  private final Session session;

  StoreInfo(Session session) {
    this.session = session;
  }

  int print() {
    List<List<String>> rows = new ArrayList<>();
    try (Store store = session.openToRead("store info")) {
      rows.add(List.of("file", store.folder().database().toString()));
      rows.add(List.of("bytes", Long.toString(Files.size(store.folder().database()))));
      rows.add(List.of("id", store.id()));
      rows.add(List.of("schema", store.schemaVersion()));
      rows.add(List.of("last_batch", Long.toString(store.lastBatch())));
      rows.add(List.of("last_run", Long.toString(store.lastRun())));
    } catch (IOException e) {
      throw new ToolException.Resources(Message.of("command.cannot-read", "store", e), e);
    }
    session.print(new ResultTable(List.of(Column.text("property"), Column.text("content")), rows));
    return ExitCode.DONE;
  }
}
