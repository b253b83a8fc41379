package dev.partnerops.checking;

import dev.partnerops.output.Column;
import dev.partnerops.output.Format;
import dev.partnerops.output.Messages;
import dev.partnerops.output.PrintOptions;
import dev.partnerops.output.ResultTable;
import dev.partnerops.output.SafeText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A page that reads well in a terminal and is Markdown: headings, sentences, points, tables. */
final class Page {

  /** The level of the headings under the title. */
  static final int TOP = 2;

  /** What Markdown would take for a tag or the target of a link. */
  private static final Pattern LIVE = Pattern.compile("<(?=[A-Za-z/!?])|(?<=])\\(");

  private final Messages messages;
  private final StringBuilder text = new StringBuilder();
  private Block last = Block.NONE;

  Page(Messages messages) {
    this.messages = messages;
  }

  private enum Block {
    NONE,
    POINT,
    OTHER
  }

  String say(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  void heading(int level, String title) {
    add(Block.OTHER, "#".repeat(level) + " " + safe(title));
  }

  void sentence(String sentence) {
    add(Block.OTHER, safe(sentence));
  }

  void point(String sentence) {
    add(Block.POINT, "- " + safe(sentence));
  }

  /** A point under the last one. */
  void subpoint(String sentence) {
    add(Block.POINT, "  - " + safe(sentence));
  }

  /** A table of texts; a column without any text is left out. */
  void table(List<String> titles, List<List<String>> rows) {
    List<Integer> filled = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      int column = i;
      if (rows.stream().anyMatch(row -> !row.get(column).isEmpty())) {
        filled.add(column);
      }
    }
    List<Column> columns = filled.stream().map(titles::get).map(Column::text).toList();
    List<List<String>> cells =
        rows.stream().map(row -> filled.stream().map(row::get).toList()).toList();
    StringWriter printed = new StringWriter();
    Format.MARKDOWN.print(
        new ResultTable(columns, cells),
        new PrintOptions(true, false),
        messages,
        new PrintWriter(printed));
    add(Block.OTHER, printed.toString().stripTrailing());
  }

  private void add(Block block, String lines) {
    boolean follows = block == Block.POINT && last == Block.POINT;
    if (last != Block.NONE && !follows) {
      text.append('\n');
    }
    text.append(lines).append('\n');
    last = block;
  }

  private static String safe(String sentence) {
    return LIVE.matcher(SafeText.forTerminal(sentence)).replaceAll("\\\\$0");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
