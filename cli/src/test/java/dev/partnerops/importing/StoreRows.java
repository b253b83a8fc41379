package dev.partnerops.importing;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.store.Store;
import dev.partnerops.store.StoreFolder;
import dev.partnerops.store.StoreUse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;

/** What a workspace's store holds, as text. */
record StoreRows(Path workspace) {

  /** The rows that hold now, by key, as they were imported. */
  String text(String dataSet) {
    return rows(
        "select %s from base.%s where batch_out is null order by 1, 2"
            .formatted(columns(dataSet), dataSet));
  }

  /** batch, replaced_by, line and the columns of every version. */
  String history(String dataSet) {
    return rows(
        "select batch_in, batch_out, line, %s from base.%s order by 1, 3"
            .formatted(columns(dataSet), dataSet));
  }

  private static String columns(String dataSet) {
    return DataSets.shipped().find(dataSet).orElseThrow().columns().stream()
        .map(Column::name)
        .collect(Collectors.joining(", "));
  }

  private String rows(String query) {
    StoreUse use = new StoreUse("test", Duration.ZERO, Clock.systemUTC());
    try (Store store = Store.openToRead(new StoreFolder(workspace.resolve("store")), use)) {
      return store.sql().fetch(query).stream()
          .map(row -> row.intoList().stream().map(String::valueOf).collect(Collectors.joining(" ")))
          .map(row -> row + "\n")
          .collect(Collectors.joining());
    }
  }
}
