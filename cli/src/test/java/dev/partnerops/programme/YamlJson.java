package dev.partnerops.programme;

import dev.partnerops.model.Value;

/** A YAML file as the JSON that a schema judges. */
final class YamlJson {

  private YamlJson() {}

  static String of(String yaml) {
    StringBuilder json = new StringBuilder();
    write(YamlFile.read("p.yaml", yaml), json);
    return json.toString();
  }

  private static void write(YamlNode node, StringBuilder json) {
    switch (node) {
      case YamlNode.Mapping mapping -> {
        json.append('{');
        for (YamlNode.Entry entry : mapping.entries()) {
          json.append(json.charAt(json.length() - 1) == '{' ? "" : ",");
          json.append(quoted(entry.key())).append(':');
          write(entry.value(), json);
        }
        json.append('}');
      }
      case YamlNode.Sequence list -> {
        json.append('[');
        for (YamlNode item : list.items()) {
          json.append(json.charAt(json.length() - 1) == '[' ? "" : ",");
          write(item, json);
        }
        json.append(']');
      }
      case YamlNode.Scalar scalar -> json.append(scalar(scalar));
    }
  }

  private static String scalar(YamlNode.Scalar scalar) {
    Value value = scalar.value();
    if (value.isMissing()) {
      return "null";
    }
    boolean number = value instanceof Value.Numeric && !scalar.isPercent();
    return number || value instanceof Value.Flag ? scalar.text() : quoted(scalar.text());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
