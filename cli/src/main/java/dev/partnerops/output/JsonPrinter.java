package dev.partnerops.output;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * json (one array) and ndjson (one object a line): ids are text, numbers JSON numbers, nothing is
 * null (RULES 22).
 */
final class JsonPrinter implements Printer {

  private final boolean array;

  JsonPrinter(boolean array) {
    this.array = array;
  }

  @Override
  public void print(ResultTable table, PrintOptions options, Messages messages, PrintWriter out) {
    long rows = 0;
    out.print(array ? "[" : "");
    for (List<? extends @Nullable Object> row : table.rows()) {
      if (array) {
        out.print(rows == 0 ? "\n  " : ",\n  ");
      }
      out.print(object(table.columns(), row));
      if (!array) {
        out.print('\n');
      }
      Printer.stopIfClosed(out, ++rows);
    }
    if (array) {
      out.print(rows == 0 ? "]\n" : "\n]\n");
    }
  }

  private static String object(List<Column> columns, List<? extends @Nullable Object> row) {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      json.append(i == 0 ? "" : ", ");
      quote(json, column.name());
      json.append(": ");
      value(json, row.get(i), column.kind());
    }
    return json.append('}').toString();
  }

  private static void value(StringBuilder json, @Nullable Object cell, Column.Kind kind) {
    if (Cells.isEmpty(cell)) {
      json.append("null");
      return;
    }
    String text = Cells.text(cell, kind);
    if (kind.isNumber() || kind == Column.Kind.FLAG) {
      json.append(text.isEmpty() ? "null" : text);
      return;
    }
    quote(json, text);
  }

  static void quote(StringBuilder json, String text) {
    json.append('"');
    text.codePoints()
        .forEach(codePoint -> {
          switch (codePoint) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
              if (SafeText.isHarmful(codePoint)) {
                SafeText.escape(json, codePoint);
              } else {
                json.appendCodePoint(codePoint);
              }
            }
          }
        });
    json.append('"');
  }
}
