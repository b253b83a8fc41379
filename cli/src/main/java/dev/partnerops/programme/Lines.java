package dev.partnerops.programme;

import dev.partnerops.model.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a policy's text says that its meaning no longer shows: where a name is written down, and
 * which parameters and windows nothing uses.
 */
final class Lines {

  private Lines() {}

  /** The keys of a mapping at the top with their lines; none where it is not there. */
  static Map<String, Integer> under(Programme programme, String key) {
    Map<String, Integer> lines = new LinkedHashMap<>();
    if (root(programme).find(key).orElse(null) instanceof YamlNode.Mapping mapping) {
      mapping.entries().forEach(entry -> lines.put(entry.key(), entry.line()));
    }
    return lines;
  }

  /** The keys at the top with their lines. */
  static Map<String, Integer> under(Programme programme) {
    Map<String, Integer> lines = new LinkedHashMap<>();
    root(programme).entries().forEach(entry -> lines.put(entry.key(), entry.line()));
    return lines;
  }

  private static YamlNode.Mapping root(Programme programme) {
    return (YamlNode.Mapping) YamlFile.read(programme.file(), programme.text());
  }

  /** Parameters and windows that are written down and used nowhere. */
  static List<Lint.Warning> unread(Programme programme) {
    List<String> texts = new ArrayList<>();
    collect(root(programme), texts);
    List<Lint.Warning> unread = new ArrayList<>();
    under(programme, "params")
        .forEach((name, line) -> add("params." + name, "$" + name, line, texts, unread));
    under(programme, "windows")
        .forEach((name, line) -> add("windows." + name, name, line, texts, unread));
    return unread;
  }

  private static void add(
      String path, String text, int line, List<String> texts, List<Lint.Warning> unread) {
    if (!texts.contains(text)) {
      unread.add(new Lint.Warning(line, Message.of("programme.lint.unread", path)));
    }
  }

  private static void collect(YamlNode node, List<String> texts) {
    switch (node) {
      case YamlNode.Scalar scalar -> texts.add(scalar.text());
      case YamlNode.Sequence list -> list.items().forEach(item -> collect(item, texts));
      case YamlNode.Mapping mapping ->
          mapping.entries().forEach(entry -> collect(entry.value(), texts));
    }
  }
}
