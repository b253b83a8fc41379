package dev.partnerops.importing;

import dev.partnerops.command.Session;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.model.Message;
import dev.partnerops.store.Store;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Files into the open store of a workspace, as its configuration asks: the one way of {@code
 * import} and {@code nightly}.
 */
public final class FileImports {

  private final Session session;
  private final Store store;
  private final Importer importer;
  private byte @Nullable [] pseudonymKey;
  private boolean knowsKey;

  /**
   * For any number of files.
   *
   * @param store open for writing
   * @param notices gets what the user should know of each file
   */
  public FileImports(Session session, Store store, Consumer<Message> notices, Progress progress) {
    this.session = session;
    this.store = store;
    this.importer =
        new Importer(
            store,
            session.zone(),
            session.surroundings().clock(),
            session.messages(),
            notices,
            progress);
  }

  /** Imports one file; see {@link Importer#importFile}. */
  public ImportResult importFile(ImportRequest request) {
    requireKey(request.dataSet);
    if (pseudonymKey != null && hidesBuyers(request.dataSet)) {
      request.pseudonymisedBy(pseudonymKey);
    }
    return importer.importFile(request);
  }

  /** Finds the key of pseudonyms before the first orders, so that what lacks it fails at once. */
  void requireKey(DataSet dataSet) {
    if (knowsKey || !hidesBuyers(dataSet)) {
      return;
    }
    Optional<byte[]> key =
        PseudonymKey.find(
            session.workspace().configuration(),
            session.workspace().folder(),
            new BatchStore(store.sql()).hasAny(DataSets.ORDERS));
    pseudonymKey = key.orElse(null);
    knowsKey = true;
  }

  private static boolean hidesBuyers(DataSet dataSet) {
    return dataSet.name().equals(DataSets.ORDERS);
  }
}
