package dev.partnerops.importing;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.dataset.ColumnType;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.orders.OrderHistory;
import dev.partnerops.orders.OrderVersion;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.store.Store;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code history DATASET KEY...}: all versions of a row, each with batch, file and line (SPEC
 * section 2).
 */
@Command(name = "history")
public final class HistoryCommand implements Callable<Integer> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx", Locale.ROOT);

  private final Session session;

  @Parameters(index = "0", paramLabel = "DATASET", descriptionKey = "dataset")
  private String name = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY", descriptionKey = "key")
  private List<String> key = new ArrayList<>();

  public HistoryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DataSet dataSet = ImportCommand.dataSet(session, name);
    ZoneId zone = session.zone();
    List<Object> values = keyValues(dataSet, zone);
    try (Store store = session.openToRead("history")) {
      HistoryStore history = new HistoryStore(store.sql());
      List<HistoryStore.Version> versions =
          dataSet.name().equals(DataSets.ORDERS)
              ? orderVersions(store, dataSet, key.getFirst())
              : history.versions(dataSet, values);
      if (versions.isEmpty()) {
        throw new ToolException.Usage(
            Message.of(
                "importing.history.unknown", dataSet.name(), Quoted.text(String.join(" ", key))));
      }
      session.print(new ResultTable(columns(dataSet), rows(versions, history.files(), zone)));
    }
    return ExitCode.DONE;
  }

  private List<Object> keyValues(DataSet dataSet, ZoneId zone) {
    List<dev.partnerops.dataset.Column> columns = dataSet.key();
    if (columns.size() != key.size()) {
      throw new ToolException.Usage(
          Message.of(
              "importing.history.key",
              dataSet.name(),
              columns.stream().map(dev.partnerops.dataset.Column::name).toList(),
              key.size()));
    }
    List<Object> values = new ArrayList<>();
    Times times = new Times(zone);
    for (int i = 0; i < columns.size(); i++) {
      Cell cell = new ColumnReader(columns.get(i), zone, times, null).read(key.get(i));
      switch (cell) {
        case Cell.Read(Object value) -> values.add(value);
        case Cell.Refused(Message reason) ->
            throw new ToolException.Usage(
                Message.of("importing.reject.column", columns.get(i).name(), reason));
        case Cell.Absent absent -> throw new IllegalStateException("keys are required");
      }
    }
    return values;
  }

  private static List<HistoryStore.Version> orderVersions(
      Store store, DataSet dataSet, String orderId) {
    List<HistoryStore.Version> versions = new ArrayList<>();
    for (OrderVersion version : OrderHistory.of(store.connection(), store.lastBatch(), orderId)) {
      List<@Nullable Object> values = new ArrayList<>();
      for (dev.partnerops.dataset.Column column : shown(dataSet)) {
        values.add(OrderCells.value(version.row(), column, version.ownColumns()));
      }
      versions.add(
          new HistoryStore.Version(
              version.batch(),
              version.supersededBy() == 0 ? null : (Long) version.supersededBy(),
              version.row().line,
              values));
    }
    return versions;
  }

  /** Buyers are shown by queries only (RULES, "Also part of the product"). */
  private static List<dev.partnerops.dataset.Column> shown(DataSet dataSet) {
    return dataSet.columns().stream().filter(column -> !column.name().equals("buyer_id")).toList();
  }

  private static List<Column> columns(DataSet dataSet) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.count("batch"),
                Column.text("file"),
                Column.count("line"),
                Column.count("replaced_by")));
    for (dev.partnerops.dataset.Column column : shown(dataSet)) {
      columns.add(new Column(column.name(), kind(column.type())));
    }
    return columns;
  }

  private static Column.Kind kind(ColumnType type) {
    return switch (type) {
      case ID, TEXT, ONE_OF, TIME -> Column.Kind.TEXT;
      case INTEGER -> Column.Kind.COUNT;
      case DECIMAL, RATE -> Column.Kind.NUMBER;
      case MONEY -> Column.Kind.MONEY;
      case DAY -> Column.Kind.DAY;
      case FLAG -> Column.Kind.FLAG;
    };
  }

  private static List<List<? extends @Nullable Object>> rows(
      List<HistoryStore.Version> versions, Map<Long, String> files, ZoneId zone) {
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    for (HistoryStore.Version version : versions) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(version.batch());
      row.add(files.get(version.batch()));
      row.add(version.line());
      row.add(version.replacedBy());
      for (Object value : version.values()) {
        row.add(value instanceof Instant time ? TIME.format(time.atZone(zone)) : value);
      }
      rows.add(row);
    }
    return rows;
  }
}
