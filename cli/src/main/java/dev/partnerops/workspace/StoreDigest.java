package dev.partnerops.workspace;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.store.ContentDigest;
import dev.partnerops.store.Store;
import java.util.ArrayList;
import java.util.List;

/** What a store holds, a digest for each part and one of all. */
final class StoreDigest {

  private final Session session;

  StoreDigest(Session session) {
    this.session = session;
  }

  int print() {
    List<List<Object>> rows = new ArrayList<>();
    try (Store store = session.openToRead("store digest")) {
      for (ContentDigest.Part part : ContentDigest.of(store)) {
        rows.add(List.of(part.name(), part.rows(), part.digest()));
      }
    }
    session.print(
        new ResultTable(
            List.of(Column.text("part"), Column.count("rows"), Column.text("digest")), rows));
    return ExitCode.DONE;
  }
}
