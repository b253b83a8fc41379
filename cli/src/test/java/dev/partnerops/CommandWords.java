package dev.partnerops;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line into words as a shell does, quotes and nothing else: {@code '…'} keeps all as it
 * is, {@code "…"} knows {@code \"} and {@code \\}.
 */
final class CommandWords {

  private final String line;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int at;

  private CommandWords(String line) {
    this.line = line;
  }

  static List<String> of(String line) {
    return new CommandWords(line).split();
  }

  private List<String> split() {
    boolean inWord = false;
    while (at < line.length()) {
      char c = line.charAt(at++);
      if (c == ' ') {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
        }
        inWord = false;
        continue;
      }
      inWord = true;
      if (c == '\'' || c == '"') {
        quoted(c);
      } else {
        word.append(c);
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }

  private void quoted(char quote) {
    while (at < line.length()) {
      char c = line.charAt(at++);
      if (c == quote) {
        return;
      }
      boolean escape =
          quote == '"' && c == '\\' && at < line.length() && "\"\\".indexOf(line.charAt(at)) >= 0;
      word.append(escape ? line.charAt(at++) : c);
    }
    throw new IllegalArgumentException("a quote is not closed: " + line);
  }
}
