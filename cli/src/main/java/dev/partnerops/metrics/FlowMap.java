package dev.partnerops.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the one-line maps of a metric header: {@code {hours: 24, en: "No, never"}}. Names and
 * scalars only, in the order written; quotes as in YAML.
 */
final class FlowMap {

  private final String text;
  private int at;

  private FlowMap(String text) {
    this.text = text;
  }

  /** The map, or empty where the text is none or a name stands twice. */
  static Optional<Map<String, String>> parse(String text) {
    try {
      return Optional.of(new FlowMap(text.strip()).map());
    } catch (IllegalArgumentException notAMap) {
      return Optional.empty();
    }
  }

  private Map<String, String> map() {
    Map<String, String> entries = new LinkedHashMap<>();
    expect('{');
    skipBlanks();
    while (peek() != '}') {
      String name = scalar(":");
      expect(':');
      String content = scalar(",}");
      if (name.isEmpty() || content.isEmpty() || entries.put(name, content) != null) {
        throw new IllegalArgumentException("an empty or repeated name");
      }
      if (peek() == ',') {
        at++;
        skipBlanks();
      } else if (peek() != '}') {
        throw new IllegalArgumentException("no comma");
      }
    }
    expect('}');
    if (at != text.length()) {
      throw new IllegalArgumentException("text after the map");
    }
    return entries;
  }

  private String scalar(String ends) {
    skipBlanks();
    char first = peek();
    String scalar = first == '"' || first == '\'' ? quoted(first) : plain(ends);
    skipBlanks();
    return scalar;
  }

  private String plain(String ends) {
    int start = at;
    while (ends.indexOf(peek()) < 0) {
      if ("{}[]".indexOf(peek()) >= 0) {
        throw new IllegalArgumentException("a bracket in a plain scalar");
      }
      at++;
    }
    return text.substring(start, at).strip();
  }

  private String quoted(char quote) {
    StringBuilder content = new StringBuilder();
    at++;
    while (true) {
      char next = peek();
      at++;
      if (next != quote) {
        content.append(next);
      } else if (quote == '\'' && at < text.length() && text.charAt(at) == quote) {
        content.append(quote);
        at++;
      } else {
        return content.toString();
      }
    }
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw new IllegalArgumentException("no " + wanted);
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw new IllegalArgumentException("the map ends too early");
    }
    return text.charAt(at);
  }

  private void skipBlanks() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }
}
