package dev.partnerops.auditing;

import dev.partnerops.dataset.DataSet;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.dataset.Reference;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** References that may have arrived later and did not (SPEC section 2). */
final class DanglingCheck implements Check {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("dataset"),
          Column.text("column"),
          Column.text("refers_to"),
          Column.count("values"),
          Column.count("rows"),
          Column.text("examples"));

  private final DataSets dataSets;

  DanglingCheck(DataSets dataSets) {
    this.dataSets = dataSets;
  }

  @Override
  public String finding() {
    return "dangling";
  }

  @Override
  public Found find(Store store) {
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    DanglingStore references = new DanglingStore(store.sql(), store.lastBatch());
    DataSet orders = dataSets.find(DataSets.ORDERS).orElseThrow();
    OrderReferences ofOrders = OrderReferences.count(store, orders);
    for (DataSet dataSet : dataSets.all()) {
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
    return new Found(new ResultTable(COLUMNS, rows), !rows.isEmpty());
  }
}
