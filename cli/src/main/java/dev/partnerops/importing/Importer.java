package dev.partnerops.importing;

import dev.partnerops.dataset.DataSet;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Messages;
import dev.partnerops.store.FreeSpace;
import dev.partnerops.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Imports files into an open store, each as one batch that is published whole or not at all (SPEC
 * section 2, "What an import promises").
 */
public final class Importer {

  /** How much larger a packed file may well be. */
  private static final int UNFOLDS = 10;

  /** How many columns that a mapping leaves out are named. */
  private static final int FEW = 3;

  private final Store store;
  private final ZoneId zone;
  private final Clock clock;
  private final Messages messages;
  private final Consumer<Message> notices;
  private final Progress progress;
  private final BatchStore batches;

  /**
   * For any number of files.
   *
   * @param store open for writing
   * @param zone of times without an offset
   * @param messages for the reasons in a rejects file
   * @param notices gets what the user should know: assumed encodings, ignored columns, rejects
   */
  public Importer(
      Store store,
      ZoneId zone,
      Clock clock,
      Messages messages,
      Consumer<Message> notices,
      Progress progress) {
    this.store = store;
    this.zone = zone;
    this.clock = clock;
    this.messages = messages;
    this.notices = notices;
    this.progress = progress;
    this.batches = new BatchStore(store.sql());
  }

  /**
   * Imports one file. A file that cannot be read is a {@link ToolException.Input}; too many rejects
   * or an unmet expectation is a result that failed, with the store as it was.
   */
  public ImportResult importFile(ImportRequest request) {
    DataSet dataSet = request.dataSet;
    store.giveWay();
    if (!request.again && batches.hasAny(dataSet.name())) {
      Optional<ImportResult> before = findBefore(request, OpenFile.digest(request, store::giveWay));
      if (before.isPresent()) {
        return before.get();
      }
    }
    Path scratch = ScratchFolder.make(store.folder().scratch());
    requireSpace(request.file.path(), scratch);
    try (OpenFile file = OpenFile.open(request);
        RejectsFile rejectsFile =
            new RejectsFile(request.rejects, file.layout().header(), messages::text)) {
      Totals totals = new Totals();
      Rejects rejects = new Rejects(request.file.name(), rejectsFile, totals, notices);
      long batch = batches.next();
      Written written = write(file, batch, scratch, rejects, totals);
      explain(file);
      if (isRefused(request, totals, rejectsFile.file())) {
        store.rollback();
        return failed(request, totals);
      }
      rejectsFile.finish();
      return publish(request, batch, file.digest(), totals, written);
    } catch (RuntimeException e) {
      store.rollback();
      throw e;
    }
  }

  private Optional<ImportResult> findBefore(ImportRequest request, String digest) {
    Optional<Long> before = batches.findImported(request.dataSet.name(), digest);
    before.ifPresent(
        batch -> notices.accept(Message.of("importing.already", request.file.name(), batch)));
    return before.map(
        batch -> result(request, batch, ImportResult.Status.ALREADY_IMPORTED, new Totals()));
  }

  private Written write(OpenFile file, long batch, Path scratch, Rejects rejects, Totals totals) {
    ImportRequest request = file.request();
    long size = size(request.file.path());
    Runnable step = () -> progress.at(request.file.name(), file.position(), size);
    Runnable readingStep =
        () -> {
          step.run();
          store.giveWay();
        };
    if (request.dataSet.name().equals(DataSets.ORDERS)) {
      return new OrderImport(file, zone, rejects, totals).write(store, batch, scratch, step);
    }
    RowsStore rows = new RowsStore(store.sql(), request.dataSet);
    try (FileRows waiting = new FileRows(scratch, request.lastWins)) {
      RowImport rowImport = new RowImport(file, zone, waiting, rows, rejects, totals);
      rowImport.read(readingStep);
      return rowImport.write(batch, batches.standing(request.dataSet.name()), step);
    } finally {
      rows.close();
    }
  }

  /** What was assumed and what was passed over. */
  private void explain(OpenFile file) {
    String name = file.request().file.name();
    file.findAssumedCharset()
        .ifPresent(
            charset -> notices.accept(Message.of("importing.assumed", name, charset.name())));
    List<String> ignored = file.layout().ignored().stream().map(Quoted::text).toList();
    if (ignored.isEmpty()) {
      return;
    }
    if (file.request().mapping.isNone()) {
      notices.accept(Message.of("importing.ignored", name, ignored, file.request().dataSet.name()));
    } else {
      // Whoever wrote the mapping knows what it leaves out.
      boolean some = ignored.size() > FEW;
      notices.accept(
          Message.of(
              some ? "importing.unmapped.some" : "importing.unmapped",
              name,
              ignored.size(),
              some ? ignored.subList(0, FEW) : ignored));
    }
  }

  private boolean isRefused(ImportRequest request, Totals totals, Path rejectsFile) {
    String name = request.file.name();
    boolean tooMany = !request.maxRejects.allows(totals.rejected(), totals.read());
    if (totals.rejected() > 0) {
      notices.accept(
          Message.of(
              tooMany ? "importing.rejects.too-many" : "importing.rejects.some",
              name,
              totals.rejected(),
              totals.read(),
              rejectsFile,
              request.maxRejects));
    }
    Optional<Message> unmet =
        request.expectation.findDifference(name, totals, request.dataSet.findMoney().isPresent());
    unmet.ifPresent(notices);
    return tooMany || unmet.isPresent();
  }

  private ImportResult publish(
      ImportRequest request, long batch, String digest, Totals totals, Written written) {
    boolean money = request.dataSet.findMoney().isPresent();
    BatchRow row =
        new BatchRow(
            batch,
            request.dataSet.name(),
            request.file.name(),
            digest,
            BatchRow.IMPORT,
            null,
            totals.read(),
            totals.inserted(),
            totals.amended(),
            totals.unchanged(),
            totals.rejected(),
            money ? (Long) totals.fenInserted() : null,
            money ? (Long) totals.fenAmended() : null,
            money ? (Long) totals.fenUnchanged() : null,
            money ? (Long) totals.fenRejected() : null,
            totals.unread(),
            written.minDay,
            written.maxDay,
            now());
    batches.insert(row, written.buildsOn);
    ImportResult result = result(request, batch, ImportResult.Status.IMPORTED, totals);
    request.alongside.accept(result);
    store.publish();
    return result;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static ImportResult result(
      ImportRequest request, @Nullable Long batch, ImportResult.Status status, Totals totals) {
    return new ImportResult(
        request.dataSet.name(),
        request.file.name(),
        batch,
        status,
        totals.read(),
        totals.inserted(),
        totals.amended(),
        totals.unchanged(),
        totals.rejected(),
        request.dataSet.findMoney().isPresent() ? (Long) totals.fen() : null);
  }

  /** Nothing was inserted, whatever might have been. */
  private static ImportResult failed(ImportRequest request, Totals totals) {
    return new ImportResult(
        request.dataSet.name(),
        request.file.name(),
        null,
        ImportResult.Status.FAILED,
        totals.read(),
        0,
        0,
        0,
        totals.rejected(),
        request.dataSet.findMoney().isPresent() ? (Long) totals.fen() : null);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new ToolException.Input(
          Message.of("importing.file.unreadable", file, e.getClass().getSimpleName()), e);
    }
  }

  /** Before anything is written: about as much as the file again, packed files unfolded. */
  private static void requireSpace(Path file, Path folder) {
    if (!Files.exists(file)) {
      return;
    }
    try {
      String name = file.toString();
      boolean packed = name.endsWith(".gz") || name.endsWith(".zst");
      FreeSpace.require(folder, Files.size(file) * (packed ? UNFOLDS : 1));
    } catch (IOException e) {
      throw ScratchFolder.failure(e);
    }
  }
}
