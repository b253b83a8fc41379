package dev.partnerops.output;

import dev.partnerops.model.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON of objects within objects: maps in their order, lists, texts, numbers, flags and nothing
 * (RULES 22: ids are text, amounts numbers with two decimals).
 */
public final class Json {

  private static final String STEP = "  ";

  private Json() {}

  /**
   * A value as indented text, with a line end.
   *
   * @throws IllegalArgumentException where it holds what is no JSON
   */
  public static String text(@Nullable Object value) {
    StringBuilder json = new StringBuilder();
    write(json, value, "");
    return json.append('\n').toString();
  }

  private static void write(StringBuilder json, @Nullable Object value, String indent) {
    switch (value) {
      case null -> json.append("null");
      case Map<?, ?> map -> writeMap(json, map, indent);
      case List<?> list -> writeList(json, list, indent);
      case String text -> JsonPrinter.quote(json, text);
      case BigDecimal number -> json.append(number.toPlainString());
      case Money money -> json.append(money);
      case Long number -> json.append(number);
      case Integer number -> json.append(number);
      case Boolean flag -> json.append(flag);
      default -> throw new IllegalArgumentException("no JSON: " + value.getClass());
    }
  }

  private static void writeMap(StringBuilder json, Map<?, ?> map, String indent) {
    if (map.isEmpty()) {
      json.append("{}");
      return;
    }
    String inner = indent + STEP;
    String before = "{\n";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.append(before).append(inner);
      JsonPrinter.quote(json, String.valueOf(entry.getKey()));
      json.append(": ");
      write(json, entry.getValue(), inner);
      before = ",\n";
    }
    json.append('\n').append(indent).append('}');
  }

  private static void writeList(StringBuilder json, List<?> list, String indent) {
    if (list.isEmpty()) {
      json.append("[]");
      return;
    }
    String inner = indent + STEP;
    String before = "[\n";
    for (Object each : list) {
      json.append(before).append(inner);
      write(json, each, inner);
      before = ",\n";
    }
    json.append('\n').append(indent).append(']');
  }
}
