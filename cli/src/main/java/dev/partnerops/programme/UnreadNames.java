package dev.partnerops.programme;

import dev.partnerops.model.Message;
import java.util.ArrayList;
import java.util.List;

/** Parameters and windows that a policy's text writes down and uses nowhere. */
final class UnreadNames {

  private final YamlNode.Mapping root;
  private final List<String> texts = new ArrayList<>();
  private final List<Lint.Warning> warnings = new ArrayList<>();

  private UnreadNames(Programme programme) {
    root = (YamlNode.Mapping) YamlFile.read(programme.file(), programme.text());
    collect(root);
  }

  static List<Lint.Warning> of(Programme programme) {
    UnreadNames unread = new UnreadNames(programme);
    unread.find("params", "$");
    unread.find("windows", "");
    return unread.warnings;
  }

  /** Those under a key that stand nowhere with the mark before them. */
  private void find(String key, String mark) {
    if (root.find(key).orElse(null) instanceof YamlNode.Mapping names) {
      for (YamlNode.Entry name : names.entries()) {
        if (!texts.contains(mark + name.key())) {
          warnings.add(
              new Lint.Warning(
                  name.line(), Message.of("programme.lint.unread", key + "." + name.key())));
        }
      }
    }
  }

  private void collect(YamlNode node) {
    switch (node) {
      case YamlNode.Scalar scalar -> texts.add(scalar.text());
      case YamlNode.Sequence list -> list.items().forEach(this::collect);
      case YamlNode.Mapping mapping -> mapping.entries().forEach(entry -> collect(entry.value()));
    }
  }
}
