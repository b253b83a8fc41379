package dev.partnerops.importing;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.dataset.Choice;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.dataset.Reference;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code datasets [DATASET]}: the data sets there are, or the columns of one; their documentation.
 */
@Command(name = "datasets")
public final class DatasetsCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(arity = "0..1", paramLabel = "DATASET", descriptionKey = "dataset")
  private @Nullable String name;

  public DatasetsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.print(name == null ? all() : columns(ImportCommand.dataSet(session, name)));
    return ExitCode.DONE;
  }

  private ResultTable all() {
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    for (DataSet dataSet : session.dataSets().all()) {
      rows.add(
          List.of(
              dataSet.name(),
              dataSet.title().in(session.messages().locale()),
              dataSet.key().stream()
                  .map(dev.partnerops.dataset.Column::name)
                  .collect(Collectors.joining(" ")),
              dataSet.columns().size()));
    }
    return new ResultTable(
        List.of(
            Column.text("dataset"),
            Column.text("title"),
            Column.text("key"),
            Column.count("columns")),
        rows);
  }

  private ResultTable columns(DataSet dataSet) {
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    for (dev.partnerops.dataset.Column column : dataSet.columns()) {
      rows.add(
          List.of(
              column.name(),
              String.join(" ", column.aliases()),
              column.type().word(),
              column.required(),
              values(column),
              column.references().stream().map(Reference::dataset).collect(Collectors.joining(" ")),
              meaning(dataSet, column)));
    }
    return new ResultTable(
        List.of(
            Column.text("column"),
            Column.text("chinese"),
            Column.text("type"),
            new Column("required", Column.Kind.FLAG),
            Column.text("values"),
            Column.text("refers"),
            Column.text("meaning")),
        rows);
  }

  /** What an own column means is what its file says, if it does. */
  private String meaning(DataSet dataSet, dev.partnerops.dataset.Column column) {
    return column
        .findOrigin()
        .map(origin -> origin.meaning().in(session.messages().locale()))
        .orElseGet(() -> session.messages().text(dataSet.meaningKey(column)));
  }

  /** {@code paid (已支付 已付款), shipped (已发货)}; own values have no second word. */
  private static String values(dev.partnerops.dataset.Column column) {
    List<String> values = new ArrayList<>();
    for (Choice choice : column.choices()) {
      values.add(
          choice.chinese().isEmpty()
              ? choice.word()
              : choice.word() + " (" + String.join(" ", choice.chinese()) + ")");
    }
    return String.join(", ", values);
  }
}
