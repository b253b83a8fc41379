package dev.partnerops.importing;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The names of a command line to the files they mean: patterns are spelt out, {@code -} is left as
 * it is.
 */
final class InputNames {

  static final String STDIN = "-";
  private static final String REJECTS = ".rejects.csv";

  private InputNames() {}

  /**
   * @param folder the current folder
   */
  static List<String> expand(List<String> given, Path folder) {
    List<String> names = new ArrayList<>();
    for (String name : given) {
      if (name.equals(STDIN) && names.contains(STDIN)) {
        throw new ToolException.Usage(Message.of("importing.stdin-twice"));
      }
      boolean pattern = name.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
      if (pattern && !Files.exists(folder.resolve(name))) {
        names.addAll(matching(name, folder));
      } else {
        names.add(name);
      }
    }
    return names;
  }

  /** Rejects files stay out unless the pattern asks for them: they wait to be mended. */
  private static List<String> matching(String pattern, Path folder) {
    int slash = pattern.lastIndexOf('/');
    String place = slash < 0 ? "" : pattern.substring(0, slash + 1);
    String last = pattern.substring(slash + 1);
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder.resolve(place.isEmpty() ? "." : place), last)) {
      for (Path file : files) {
        String name = Objects.requireNonNull(file.getFileName()).toString();
        boolean waits = name.endsWith(REJECTS) && !last.endsWith(REJECTS);
        if (Files.isRegularFile(file) && !waits) {
          names.add(place + name);
        }
      }
    } catch (IOException e) {
      throw new ToolException.Input(Message.of("importing.file.none", pattern), e);
    }
    if (names.isEmpty()) {
      throw new ToolException.Input(Message.of("importing.file.none", pattern));
    }
    names.sort(null);
    return names;
  }
}
