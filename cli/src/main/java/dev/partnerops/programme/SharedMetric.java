package dev.partnerops.programme;

import dev.partnerops.model.Message;
import dev.partnerops.model.Title;
import dev.partnerops.model.ToolException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A metric that {@code metrics/*.yaml} of a workspace names for all programmes; what it says is
 * read with each programme that uses it, for that programme's entities.
 *
 * @param file as messages name it, from the workspace
 * @param definition what the name stands for
 */
public record SharedMetric(String name, String file, YamlNode definition) {

  /** What people call it; its name where nothing is said. */
  public Title title() {
    Optional<YamlNode> title = find("title");
    String en = title.flatMap(words -> text(words, "en")).orElse("");
    String zh = title.flatMap(words -> text(words, "zh")).orElse("");
    String any = en.isEmpty() ? (zh.isEmpty() ? name : zh) : en;
    return new Title(any, zh.isEmpty() ? any : zh);
  }

  /** The unit of a figure; empty for all others, whose unit is that of what they read. */
  public String figure() {
    return text(definition, "figure").orElse("");
  }

  /** The definition on one line. */
  public String text() {
    return flow(definition);
  }

  /** A name that stands elsewhere already. */
  public ToolException.Policy isTaken(String where) {
    return new ToolException.Policy(
        Message.of(
            "programme.fault",
            file,
            definition.line(),
            Message.of("programme.metric.taken", name, where)));
  }

  private Optional<YamlNode> find(String key) {
    return definition instanceof YamlNode.Mapping mapping ? mapping.find(key) : Optional.empty();
  }

  private static Optional<String> text(YamlNode node, String key) {
    return node instanceof YamlNode.Mapping mapping
        ? mapping
            .find(key)
            .filter(YamlNode.Scalar.class::isInstance)
            .map(text -> ((YamlNode.Scalar) text).text())
        : Optional.empty();
  }

  private static String flow(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar -> scalar.text();
      case YamlNode.Sequence list ->
          list.items().stream().map(SharedMetric::flow).collect(Collectors.joining(", ", "[", "]"));
      case YamlNode.Mapping mapping ->
          mapping.entries().stream()
              .map(entry -> entry.key() + ": " + flow(entry.value()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }
}
