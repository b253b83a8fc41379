package dev.partnerops.importing;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.FailOn;
import dev.partnerops.command.Session;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.dataset.Reference;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code check}: references that may have arrived later and did not (SPEC section 2). */
@Command(name = "check")
public final class CheckCommand implements Callable<Integer> {

  private static final String DANGLING = "dangling";

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("dataset"),
          Column.text("column"),
          Column.text("refers_to"),
          Column.count("values"),
          Column.count("rows"),
          Column.text("examples"));

  private final Session session;

  @Mixin private FailOn failOn = new FailOn();

  public CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    failOn.require(List.of(DANGLING));
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    try (Store store = session.openToRead("check")) {
      DanglingStore references = new DanglingStore(store.sql(), store.lastBatch());
      DataSet orders = session.dataSets().find(DataSets.ORDERS).orElseThrow();
      OrderReferences ofOrders = OrderReferences.count(store, orders);
      for (DataSet dataSet : session.dataSets().all()) {
        for (dev.partnerops.dataset.Column column : dataSet.columns()) {
          for (Reference reference : column.references()) {
            DanglingStore.Dangling found =
                references.find(
                    dataSet.equals(orders)
                        ? ofOrders.counts(column)
                        : references.counts(dataSet, column, reference),
                    reference);
            if (found.values() > 0) {
              rows.add(
                  List.of(
                      dataSet.name(),
                      column.name(),
                      reference.dataset(),
                      found.values(),
                      found.rows(),
                      String.join(" ", found.examples())));
            }
          }
        }
      }
    }
    session.print(new ResultTable(COLUMNS, rows));
    return !rows.isEmpty() && failOn.asks(DANGLING) ? ExitCode.FINDINGS : ExitCode.DONE;
  }
}
