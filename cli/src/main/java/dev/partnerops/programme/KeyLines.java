package dev.partnerops.programme;

/** On which line of a policy file a key stands that keeps none in the programme. */
public final class KeyLines {

  private final YamlNode root;

  public KeyLines(Programme programme) {
    root = YamlFile.read(programme.file(), programme.text());
  }

  /**
   * The line of {@code effective}, {@code from}; of what is not there, the line of what should hold
   * it.
   */
  public int of(String... path) {
    YamlNode node = root;
    int line = 1;
    for (String key : path) {
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
