package dev.partnerops.output;

import dev.partnerops.model.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as JSON text: a Map is an object with its keys in their order, a List an array, a Number
 * or a Boolean itself, an amount a number with two decimals (RULES 22), nothing is null, all else
 * is a text. What a terminal would obey is escaped.
 */
public final class Json {

  private static final String STEP = "  ";

  private Json() {}

  /** On one line, without its end. */
  public static String line(@Nullable Object value) {
    StringBuilder json = new StringBuilder();
    write(json, value, null);
    return json.toString();
  }

  /** For people too: a line for each member. */
  public static String page(@Nullable Object value) {
    StringBuilder json = new StringBuilder();
    write(json, value, "\n");
    return json.append('\n').toString();
  }

  /**
   * @param newline how a line begins here; null: all stands on one
   */
  private static void write(StringBuilder json, @Nullable Object value, @Nullable String newline) {
    switch (value) {
      case null -> json.append("null");
      case Map<?, ?> members -> {
        json.append('{');
        int written = 0;
        for (Map.Entry<?, ?> member : members.entrySet()) {
          separate(json, written++, newline);
          quote(json, String.valueOf(member.getKey()));
          json.append(": ");
          write(json, member.getValue(), deeper(newline));
        }
        close(json, '}', members.isEmpty(), newline);
      }
      case List<?> items -> {
        json.append('[');
        for (int i = 0; i < items.size(); i++) {
          separate(json, i, newline);
          write(json, items.get(i), deeper(newline));
        }
        close(json, ']', items.isEmpty(), newline);
      }
      case BigDecimal number -> json.append(number.toPlainString());
      case Number number -> json.append(number);
      case Money money -> json.append(money);
      case Boolean flag -> json.append(flag);
      default -> quote(json, value.toString());
    }
  }

  private static @Nullable String deeper(@Nullable String newline) {
    return newline == null ? null : newline + STEP;
  }

  private static void separate(StringBuilder json, int written, @Nullable String newline) {
    if (newline == null) {
      json.append(written == 0 ? "" : ", ");
    } else {
      json.append(written == 0 ? "" : ",").append(newline).append(STEP);
    }
  }

  private static void close(
      StringBuilder json, char bracket, boolean empty, @Nullable String newline) {
    json.append(empty || newline == null ? "" : newline).append(bracket);
  }

  /** A text in its quotes. */
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
