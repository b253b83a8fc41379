package dev.partnerops.explaining;

import dev.partnerops.output.DisplayWidth;
import dev.partnerops.output.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prints a page for a terminal, a hundred columns wide, or as Markdown. */
final class PagePrinter {

  private static final int WIDTH = 100;
  private static final String HANGING = "    ";

  private final boolean markdown;

  PagePrinter(boolean markdown) {
    this.markdown = markdown;
  }

  /** The page as lines, each with its end. */
  String print(Page page) {
    List<String> lines = new ArrayList<>();
    for (Page.Block block : page.blocks()) {
      add(block, lines);
    }
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private void add(Page.Block block, List<String> lines) {
    switch (block) {
      case Page.Block.Title(String text) -> {
        lines.addAll(markdown ? List.of("# " + live(text)) : wrapped("", text));
        gap(lines);
      }
      case Page.Block.Heading(String text) -> {
        lines.add("");
        lines.addAll(markdown ? List.of("## " + live(text)) : wrapped("", text));
        gap(lines);
      }
      case Page.Block.Line(String text) -> {
        lines.addAll(markdown ? List.of(live(text) + "  ") : wrapped("", text));
      }
      case Page.Block.Item(String text) ->
          lines.addAll(markdown ? List.of("- " + live(text)) : wrapped("  - ", text));
      case Page.Block.Quote quote -> quote(quote, lines);
      case Page.Block.Table table -> table(table, lines);
    }
  }

  private void gap(List<String> lines) {
    if (markdown) {
      lines.add("");
    }
  }

  private void quote(Page.Block.Quote quote, List<String> lines) {
    if (markdown) {
      lines.add("- " + quote.line() + " `" + SafeText.forTerminal(quote.code()) + "`");
      quote.below().forEach(text -> lines.add("  - " + live(text)));
      return;
    }
    String start = "  %3d  ".formatted(quote.line());
    lines.add(start + DisplayWidth.cut(SafeText.forTerminal(quote.code()), WIDTH - start.length()));
    quote.below().forEach(text -> lines.addAll(wrapped(" ".repeat(start.length() + 2), text)));
  }

  private void table(Page.Block.Table table, List<String> lines) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(table.header().stream().map(this::cell).toList());
    table.rows().forEach(row -> rows.add(row.stream().map(this::cell).toList()));
    int[] widths = new int[table.header().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      lines.add(row(rows.get(i), widths, table.numbers()));
      if (i == 0 && markdown) {
        lines.add(rule(widths, table.numbers()));
      }
    }
  }

  private String row(List<String> cells, int[] widths, List<Integer> numbers) {
    StringBuilder line = new StringBuilder(markdown ? "|" : "");
    for (int i = 0; i < cells.size(); i++) {
      String padding = " ".repeat(widths[i] - DisplayWidth.of(cells.get(i)));
      line.append(markdown ? " " : "  ");
      line.append(numbers.contains(i) ? padding + cells.get(i) : cells.get(i) + padding);
      line.append(markdown ? " |" : "");
    }
    return line.toString().stripTrailing();
  }

  private static String rule(int[] widths, List<Integer> numbers) {
    StringBuilder rule = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      String dashes = "-".repeat(Math.max(3, widths[i]) - (numbers.contains(i) ? 1 : 0));
      rule.append(' ').append(dashes).append(numbers.contains(i) ? ":" : "").append(" |");
    }
    return rule.toString();
  }

  private String cell(String text) {
    return markdown ? live(text).replace("|", "\\|") : SafeText.forTerminal(text);
  }

  /** What Markdown would take for its own. */
  private static String live(String text) {
    return SafeText.forTerminal(text).replace("\\", "\\\\").replaceAll("[<`*_\\[\\]]", "\\\\$0");
  }

  /** Lines no longer than the page, those after the first set in. */
  private static List<String> wrapped(String start, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(start);
    int width = DisplayWidth.of(start);
    boolean begun = false;
    for (String word : words(SafeText.forTerminal(text))) {
      int wide = DisplayWidth.of(word.stripTrailing());
      if (begun && width + wide > WIDTH) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(start.isEmpty() ? HANGING : " ".repeat(start.length()));
        width = line.length();
      }
      line.append(word);
      width += DisplayWidth.of(word);
      begun = true;
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /**
   * Words with the blank behind them; each Chinese character is one, with what closes behind it.
   */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      String next = Character.toString(codePoint);
      boolean wide = DisplayWidth.of(next) > 1;
      if (wide && !word.isEmpty() && !isClosing(codePoint)) {
        words.add(word.toString());
        word.setLength(0);
      }
      word.append(next);
      i += next.length();
      if (codePoint == ' ' || (wide && (i == text.length() || !isClosing(text.codePointAt(i))))) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  private static boolean isClosing(int codePoint) {
    return "，。；：、）！？".indexOf(codePoint) >= 0;
  }
}
