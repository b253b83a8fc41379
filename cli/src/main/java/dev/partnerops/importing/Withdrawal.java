package dev.partnerops.importing;

import dev.partnerops.dataset.DataSet;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.Store;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Hides a batch from the next run on as though it had not come; runs that read it still replay
 * (RULES, "Also part of the product"). It is a batch of its own: of each row that the withdrawn
 * batch wrote, the version before it holds again, as a copy.
 */
public final class Withdrawal {

  private final Store store;
  private final DataSets dataSets;
  private final Clock clock;
  private final BatchStore batches;

  /**
   * For one command.
   *
   * @param store open for writing
   * @param dataSets of the workspace
   */
  public Withdrawal(Store store, DataSets dataSets, Clock clock) {
    this.store = store;
    this.dataSets = dataSets;
    this.clock = clock;
    this.batches = new BatchStore(store.sql());
  }

  /** A batch that others build on is a {@link ToolException.Precondition} that names them. */
  public ImportResult withdraw(long batch) {
    BatchStore.Imported imported =
        batches
            .findStanding(batch)
            .orElseThrow(() ->
                new ToolException.Usage(
                    Message.of(
                        batches.exists(batch)
                            ? "importing.withdraw.not-standing"
                            : "importing.withdraw.unknown",
                        batch)));
    List<Long> later = batches.standingOn(batch);
    if (!later.isEmpty()) {
      throw new ToolException.Precondition(Message.of("importing.withdraw.built-on", batch, later));
    }
    long next = batches.next();
    // The order store passes over what a withdrawn batch wrote; other rows are put back here.
    long rows = imported.dataset().equals(DataSets.ORDERS) ? 0 : putBack(imported, next);
    batches.insert(
        new BatchRow(
            next,
            imported.dataset(),
            imported.file(),
            imported.digest(),
            BatchRow.WITHDRAW,
            batch,
            0,
            0,
            0,
            0,
            0,
            null,
            null,
            null,
            null,
            0,
            null,
            null,
            clock.instant().truncatedTo(ChronoUnit.MILLIS)),
        Set.of());
    store.publish();
    return new ImportResult(
        imported.dataset(),
        imported.file(),
        next,
        ImportResult.Status.WITHDRAWN,
        rows,
        0,
        0,
        0,
        0,
        null);
  }

  private long putBack(BatchStore.Imported imported, long next) {
    DataSet dataSet =
        dataSets
            .find(imported.dataset())
            .orElseThrow(() ->
                new ToolException.Precondition(
                    Message.of(
                        "importing.withdraw.no-dataset", imported.batch(), imported.dataset())));
    RowsStore rows = new RowsStore(store.sql(), dataSet);
    Set<Long> others =
        batches.standing(imported.dataset()).stream()
            .filter(batch -> batch != imported.batch())
            .collect(Collectors.toCollection(TreeSet::new));
    try {
      List<StoredRow> written = rows.writtenBy(imported.batch());
      for (StoredRow row : written) {
        rows.findCurrent(row.values()).ifPresent(current -> rows.close(next, current));
        Optional<StoredRow> before = rows.findNewest(row.values(), others);
        before.ifPresent(version -> rows.insert(next, version.line(), version.values()));
      }
      rows.flush();
      return written.size();
    } finally {
      rows.close();
    }
  }
}
