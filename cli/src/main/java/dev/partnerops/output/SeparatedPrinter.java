package dev.partnerops.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * csv and tsv for machines and spreadsheets: UTF-8, LF, cells quoted where they must be (RULES 22).
 */
final class SeparatedPrinter implements Printer {

  private final CSVFormat format;

  SeparatedPrinter(char delimiter) {
    format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setRecordSeparator('\n').get();
  }

  @Override
  public void print(ResultTable table, PrintOptions options, Messages messages, PrintWriter out) {
    try {
      CSVPrinter printer = new CSVPrinter(out, format);
      if (options.header()) {
        for (Column column : table.columns()) {
          printer.print(column.name());
        }
        printer.println();
      }
      long rows = 0;
      for (List<? extends @Nullable Object> row : table.rows()) {
        for (int i = 0; i < table.columns().size(); i++) {
          Column.Kind kind = table.columns().get(i).kind();
          String text = Cells.text(row.get(i), kind);
          printer.print(
              kind == Column.Kind.TEXT && !options.raw() ? SafeText.forSpreadsheet(text) : text);
        }
        printer.println();
        Printer.stopIfClosed(out, ++rows);
      }
    } catch (IOException e) {
      throw new IllegalStateException("a PrintWriter does not throw", e);
    }
  }
}
