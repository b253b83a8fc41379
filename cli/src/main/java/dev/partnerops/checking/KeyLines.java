package dev.partnerops.checking;

import dev.partnerops.programme.Programme;
import dev.partnerops.programme.YamlFile;
import dev.partnerops.programme.YamlNode;

/** On which line of a policy file a key stands that keeps none in the programme. */
final class KeyLines {

  private final YamlNode root;

  KeyLines(Programme programme) {
    root = YamlFile.read(programme.file(), programme.text());
  }

  /** The line of {@code effective.from}; of what is not there, the line of what should hold it. */
  int of(String path) {
    YamlNode node = root;
    int line = 1;
    for (String key : path.split("\\.", -1)) {
      if (node instanceof YamlNode.Mapping mapping) {
        for (YamlNode.Entry entry : mapping.entries()) {
          if (entry.key().equals(key)) {
            line = entry.line();
            node = entry.value();
          }
        }
      }
    }
    return line;
  }
}
