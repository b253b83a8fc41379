package dev.partnerops.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tables for people: wide characters align, numbers stand right; the same as Markdown. */
final class AlignedPrinter implements Printer {

  enum Style {
    PLAIN,
    MARKDOWN
  }

  /** What Markdown would not print: the end of a cell, a tag, the target of a link. */
  private static final Pattern LIVE = Pattern.compile("\\||<(?=[A-Za-z/!?])|(?<=])\\(");

  private final Style style;

  AlignedPrinter(Style style) {
    this.style = style;
  }

  @Override
  public void print(ResultTable table, PrintOptions options, Messages messages, PrintWriter out) {
    List<Column> columns = table.columns();
    int[] widths = new int[columns.size()];
    List<String> titles = columns.stream().map(column -> cell(column.title(messages))).toList();
    if (options.header()) {
      widen(widths, titles);
    }
    List<List<String>> lines = new ArrayList<>();
    for (List<? extends @Nullable Object> row : table.rows()) {
      List<String> line = new ArrayList<>(columns.size());
      for (int i = 0; i < columns.size(); i++) {
        line.add(cell(Cells.text(row.get(i), columns.get(i).kind())));
      }
      widen(widths, line);
      lines.add(line);
    }
    if (options.header()) {
      out.println(line(titles, columns, widths));
      out.println(rule(columns, widths));
    }
    long printed = 0;
    for (List<String> line : lines) {
      out.println(line(line, columns, widths));
      Printer.stopIfClosed(out, ++printed);
    }
  }

  private String cell(String text) {
    String safe = SafeText.forTerminal(text);
    return style == Style.MARKDOWN
        ? LIVE.matcher(safe.replace("\\", "\\\\")).replaceAll("\\\\$0")
        : safe;
  }

  private static void widen(int[] widths, List<String> line) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], DisplayWidth.of(line.get(i)));
    }
  }

  private String line(List<String> cells, List<Column> columns, int[] widths) {
    StringBuilder line = new StringBuilder(style == Style.MARKDOWN ? "| " : "");
    for (int i = 0; i < cells.size(); i++) {
      line.append(i == 0 ? "" : style == Style.MARKDOWN ? " | " : "  ");
      String padding = " ".repeat(widths[i] - DisplayWidth.of(cells.get(i)));
      if (columns.get(i).kind().isNumber()) {
        line.append(padding).append(cells.get(i));
      } else {
        line.append(cells.get(i)).append(padding);
      }
    }
    return style == Style.MARKDOWN ? line.append(" |").toString() : line.toString().stripTrailing();
  }

  private String rule(List<Column> columns, int[] widths) {
    StringBuilder rule = new StringBuilder(style == Style.MARKDOWN ? "| " : "");
    for (int i = 0; i < widths.length; i++) {
      rule.append(i == 0 ? "" : style == Style.MARKDOWN ? " | " : "  ");
      if (style == Style.PLAIN) {
        rule.append("─".repeat(widths[i]));
      } else {
        boolean right = columns.get(i).kind().isNumber();
        rule.append("-".repeat(Math.max(3, widths[i]) - (right ? 1 : 0))).append(right ? ":" : "");
      }
    }
    return rule.append(style == Style.MARKDOWN ? " |" : "").toString();
  }
}
