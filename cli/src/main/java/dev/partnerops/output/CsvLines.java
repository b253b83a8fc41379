package dev.partnerops.output;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as lines of csv, one by one, with the bytes that {@code -o csv} has for them (RULES 22): for
 * files that are digested while they are made.
 */
public final class CsvLines {

  private final List<Column> columns;
  private final SeparatedPrinter printer = new SeparatedPrinter(',');

  public CsvLines(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /** The names of the columns, with the end of the line. */
  public String head() {
    StringBuilder line = new StringBuilder();
    printer.head(columns, line);
    return line.toString();
  }

  /** A row, with the end of its line. */
  public String line(List<? extends @Nullable Object> row) {
    StringBuilder line = new StringBuilder();
    printer.row(columns, row, false, line);
    return line.toString();
  }
}
