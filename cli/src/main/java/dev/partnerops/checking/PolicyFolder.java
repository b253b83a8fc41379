package dev.partnerops.checking;

import dev.partnerops.programme.Programmes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a folder by the id that each names, also where the rest of it cannot be read. */
record PolicyFolder(Path folder, Map<String, List<Path>> byId) {

  /** Of policies, which say {@code programme: ID}. */
  static PolicyFolder ofPolicies(Path folder) {
    return of(folder, "programme");
  }

  /** Of tests, which say {@code test: ID}. */
  static PolicyFolder ofTests(Path folder) {
    return of(folder, "test");
  }

  private static PolicyFolder of(Path folder, String key) {
    Pattern line =
        Pattern.compile("(?m)^" + key + ":[ \\t]*[\"']?([^\\s\"'#]+)[\"']?[ \\t]*(#.*)?$");
    Map<String, List<Path>> byId = new TreeMap<>();
    for (Path file : Programmes.filesOf(folder)) {
      findId(file, line)
          .ifPresent(id -> byId.computeIfAbsent(id, each -> new ArrayList<>()).add(file));
    }
    return new PolicyFolder(folder, byId);
  }

  private static Optional<String> findId(Path file, Pattern line) {
    try {
      Matcher found = line.matcher(Files.readString(file));
      return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    } catch (IOException unreadable) {
      // Told with its reason when the file is examined by its name.
      return Optional.empty();
    }
  }

  Set<String> ids() {
    return byId.keySet();
  }

  /** Those of an id; none where there is none. */
  List<Path> files(String id) {
    return byId.getOrDefault(id, List.of());
  }
}
