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
      for (Column column : table.columns()) {
        add(line, column.name(), Column.Kind.TEXT);
      }
      out.append(line.append('\n'));
    }
    long rows = 0;
    for (List<? extends @Nullable Object> row : table.rows()) {
      line.setLength(0);
      for (int i = 0; i < table.columns().size(); i++) {
        Column.Kind kind = table.columns().get(i).kind();
        String text = Cells.text(row.get(i), kind);
        boolean isText = kind == Column.Kind.TEXT && !Cells.isNumber(row.get(i));
        add(line, isText && !options.raw() ? SafeText.forSpreadsheet(text) : text, kind);
      }
      out.append(line.append('\n'));
      Printer.stopIfClosed(out, ++rows);
    }
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
