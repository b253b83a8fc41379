package dev.partnerops.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * csv and tsv for machines and spreadsheets: UTF-8, LF, cells quoted where they must be (RULES 22).
 */
final class SeparatedPrinter implements Printer {

  private final CSVFormat format;
  private final char delimiter;

  SeparatedPrinter(char delimiter) {
    this.delimiter = delimiter;
    format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setRecordSeparator('\n').get();
  }

  @Override
  public void print(ResultTable table, PrintOptions options, Messages messages, PrintWriter out) {
    StringBuilder line = new StringBuilder();
    if (options.header()) {
      head(table.columns(), line);
      out.append(line);
    }
    long rows = 0;
    for (List<? extends @Nullable Object> row : table.rows()) {
      line.setLength(0);
      row(table.columns(), row, options.raw(), line);
      out.append(line);
      Printer.stopIfClosed(out, ++rows);
    }
  }

  /** Adds the line of names. */
  void head(List<Column> columns, StringBuilder line) {
    for (Column column : columns) {
      add(line, column.name(), Column.Kind.TEXT);
    }
    line.append('\n');
  }

  /** Adds the line of a row. */
  void row(
      List<Column> columns, List<? extends @Nullable Object> row, boolean raw, StringBuilder line) {
    for (int i = 0; i < columns.size(); i++) {
      Column.Kind kind = columns.get(i).kind();
      String text = Cells.text(row.get(i), kind);
      boolean isText = kind == Column.Kind.TEXT && !Cells.isNumber(row.get(i));
      add(line, isText && !raw ? SafeText.forSpreadsheet(text) : text, kind);
    }
    line.append('\n');
  }

  /** Only texts may need quotes. */
  private void add(StringBuilder line, String text, Column.Kind kind) {
    boolean isFirst = line.isEmpty();
    if (kind != Column.Kind.TEXT && !isFirst) {
      line.append(delimiter).append(text);
      return;
    }
    try {
      format.print(text, line, isFirst);
    } catch (IOException e) {
      throw new IllegalStateException("a StringBuilder does not throw", e);
    }
  }
}
