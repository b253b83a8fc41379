package dev.partnerops.programme;

import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.ToolException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plain values of a policy file, each under the path that reasons and {@code policy diff} name
 * it by ({@code params.floor}, {@code ladder.tiers[1].enter}), and the policy with others in their
 * place: what one number decides is tried without writing files.
 */
public final class PolicyValues {

  private PolicyValues() {}

  /**
   * The policy with other values; the text and digest it keeps are those of its file.
   *
   * @param values a plain YAML value for each path
   * @throws ToolException.Usage where there is no plain value under a path, with the nearest paths
   * @throws ToolException.Policy where the policy is faulty with them
   */
  public static Programme with(Programme policy, Map<String, String> values, MetricNames names) {
    return ProgrammeReader.read(
        policy.file(),
        policy.text(),
        names,
        root -> {
          require(policy, root, values);
          return (YamlNode.Mapping) replaced(root, "", values);
        });
  }

  private static void require(Programme policy, YamlNode.Mapping root, Map<String, String> values) {
    Map<String, String> known = new LinkedHashMap<>();
    collect(root, "", known);
    for (String path : values.keySet()) {
      if (!known.containsKey(path)) {
        throw new ToolException.Usage(unknown(policy, path, known));
      }
    }
  }

  /** The values beneath a path that is a whole part, else those of like names. */
  private static Message unknown(Programme policy, String path, Map<String, String> known) {
    List<String> beneath =
        known.keySet().stream()
            .filter(each -> each.startsWith(path + ".") || each.startsWith(path + "["))
            .toList();
    if (!beneath.isEmpty()) {
      return Message.of("programme.value.part", policy.file(), path, String.join(", ", beneath));
    }
    List<String> near = Nearest.to(path, known.keySet());
    return near.isEmpty()
        ? Message.of("programme.value.unknown", policy.file(), path)
        : Message.of("programme.value.near", policy.file(), path, String.join(", ", near));
  }

  private static void collect(YamlNode node, String path, Map<String, String> values) {
    switch (node) {
      case YamlNode.Scalar scalar -> values.put(path, scalar.text());
      case YamlNode.Sequence list -> {
        for (int i = 0; i < list.items().size(); i++) {
          collect(list.items().get(i), path + "[" + i + "]", values);
        }
      }
      case YamlNode.Mapping mapping -> {
        for (YamlNode.Entry entry : mapping.entries()) {
          collect(entry.value(), beneath(path, entry.key()), values);
        }
      }
    }
  }

  private static YamlNode replaced(YamlNode node, String path, Map<String, String> values) {
    return switch (node) {
      case YamlNode.Scalar scalar -> {
        String other = values.get(path);
        yield other == null ? scalar : new YamlNode.Scalar(other, true, scalar.line());
      }
      case YamlNode.Sequence list -> {
        List<YamlNode> items = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
          items.add(replaced(list.items().get(i), path + "[" + i + "]", values));
        }
        yield new YamlNode.Sequence(items, list.line());
      }
      case YamlNode.Mapping mapping ->
          new YamlNode.Mapping(
              mapping.entries().stream()
                  .map(entry ->
                      new YamlNode.Entry(
                          entry.key(),
                          entry.line(),
                          replaced(entry.value(), beneath(path, entry.key()), values)))
                  .toList(),
              mapping.line());
    };
  }

  private static String beneath(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
