package dev.partnerops.checking;

import dev.partnerops.command.Session;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.deciding.Evaluation;
import dev.partnerops.evaluating.MeasuredEntity;
import dev.partnerops.importing.ImportRequest;
import dev.partnerops.importing.ImportResult;
import dev.partnerops.importing.Importer;
import dev.partnerops.importing.Progress;
import dev.partnerops.metrics.Catalogue;
import dev.partnerops.metrics.MetricStore;
import dev.partnerops.metrics.Metrics;
import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.ToolException;
import dev.partnerops.programme.PolicyTest;
import dev.partnerops.programme.Programme;
import dev.partnerops.store.Store;
import dev.partnerops.store.StoreFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of one case in a store of their own, which is gone when the case is over: imported as
 * files are, measured as runs measure.
 */
final class TestRows implements CaseJudge.KnownEntities, AutoCloseable {

  private final Path folder;
  private final Store store;
  private final MetricStore metricStore;
  private final Metrics metrics;

  private TestRows(Path folder, Store store, Catalogue catalogue) {
    this.folder = folder;
    this.store = store;
    this.metricStore = MetricStore.over(store, catalogue.dataSets());
    this.metrics = new Metrics(catalogue, metricStore);
  }

  /**
   * Imports what a case holds.
   *
   * @param beside the folder of the test, from which its files are named
   * @param zone of times without an offset
   * @throws ToolException.Policy where a row is a reject or a name is unknown
   */
  static TestRows load(
      Session session,
      PolicyTest test,
      PolicyTest.Case one,
      Path beside,
      ZoneId zone,
      Catalogue catalogue) {
    Path folder = makeFolder();
    try {
      StoreFolder place = new StoreFolder(folder.resolve("store"));
      Store.create(place, session.use("policy test"));
      Store store = Store.openToWrite(place, session.useOfWorkspace("policy test"));
      try {
        for (PolicyTest.Rows rows : one.rows()) {
          new Loading(session, test, catalogue.dataSets(), store, zone, folder, beside).load(rows);
        }
        return new TestRows(folder, store, catalogue);
      } catch (RuntimeException failure) {
        store.close();
        throw failure;
      }
    } catch (RuntimeException failure) {
      delete(folder);
      throw failure;
    }
  }

  @Override
  public List<Known> measure(Programme edition, Evaluation evaluation) {
    return MeasuredEntity.of(edition, evaluation, metrics, metricStore, store.lastBatch()).stream()
        .map(each ->
            new Known(
                each.entity().id(), each.entity().name(), each.entity().fields(), each.metrics()))
        .toList();
  }

  @Override
  public void close() {
    metricStore.close();
    store.close();
    delete(folder);
  }

  /** What it takes to import into that store. */
  private record Loading(
      Session session,
      PolicyTest test,
      DataSets dataSets,
      Store store,
      ZoneId zone,
      Path folder,
      Path beside) {

    void load(PolicyTest.Rows rows) {
      DataSet dataSet =
          dataSets
              .find(rows.dataSet())
              .orElseThrow(() ->
                  fault(
                      rows,
                      Message.of(
                          "checking.rows.dataset",
                          rows.dataSet(),
                          Nearest.orAll(
                              rows.dataSet(),
                              dataSets.all().stream().map(DataSet::name).toList()))));
      String path = rows.path();
      Path file = path == null ? write(dataSet, rows) : beside.resolve(path);
      if (!Files.isRegularFile(file)) {
        throw fault(rows, Message.of("checking.rows.file", String.valueOf(path)));
      }
      List<Message> told = new ArrayList<>();
      String name = path == null ? "rows." + rows.dataSet() : path;
      ImportResult result;
      try {
        result =
            new Importer(
                    store,
                    zone,
                    session.surroundings().clock(),
                    session.messages(),
                    told::add,
                    Progress.SILENT)
                .importFile(
                    new ImportRequest(dataSet, name, file)
                        .rejectsTo(folder.resolve("rejects.csv"))
                        .again(true));
      } catch (ToolException.Input unreadable) {
        throw fault(rows, unreadable.text());
      }
      if (result.status() == ImportResult.Status.FAILED) {
        throw fault(rows, told.getFirst());
      }
    }

    private ToolException.Policy fault(PolicyTest.Rows rows, Message what) {
      return new ToolException.Policy(
          Message.of("programme.fault", test.file(), rows.line(), what));
    }

    /**
     * A file as an analyst would have it; unknown columns, which an import passes over, are faults.
     */
    private Path write(DataSet dataSet, PolicyTest.Rows rows) {
      Set<String> known = new TreeSet<>();
      dataSet
          .columns()
          .forEach(column -> {
            known.add(column.name());
            known.addAll(column.aliases());
          });
      for (String column : rows.columns()) {
        if (!known.contains(column)) {
          throw fault(
              rows,
              Message.of(
                  "checking.rows.column", dataSet.name(), column, Nearest.orAll(column, known)));
        }
      }
      Path file = folder.resolve(dataSet.name() + ".csv");
      try {
        List<String> lines = new ArrayList<>();
        lines.add(line(rows.columns()));
        rows.cells().forEach(cells -> lines.add(line(cells)));
        return Files.write(file, lines);
      } catch (IOException unwritten) {
        throw failure(unwritten);
      }
    }

    private static String line(List<String> cells) {
      return cells.stream()
          .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
          .collect(Collectors.joining(","));
    }
  }

  private static Path makeFolder() {
    try {
      return Files.createTempDirectory("partnerops-test");
    } catch (IOException unmade) {
      throw failure(unmade);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException undeleted) {
      throw failure(undeleted);
    }
  }

  private static ToolException failure(IOException cause) {
    return new ToolException.Resources(Message.of("checking.rows.scratch", cause), cause);
  }
}
