package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One golden case: runs its command lines in a copy of its folder and compares what came of it. */
final class GoldenCase {

  private static final Path SAMPLES = Path.of("../samples");
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final Path folder;

  GoldenCase(Path folder) {
    this.folder = folder;
  }

  void runAndCompare() throws IOException {
    List<String> lines =
        Files.readAllLines(folder.resolve("cmd")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    Path place = Files.createTempDirectory("golden").toRealPath();
    try {
      copy(folder, place);
      if (lines.stream().anyMatch(line -> line.contains("samples/"))) {
        copy(SAMPLES, place.resolve("samples"));
      }
      Map<String, String> actual = run(place, lines);
      if (Boolean.getBoolean("golden.update")) {
        write(actual);
      } else {
        assertThat(text(actual)).as(folder.toString()).isEqualTo(text(expected(actual)));
      }
    } finally {
      delete(place);
    }
  }

  /** What the case expects or gave, by the file of the case that holds it. */
  private Map<String, String> run(Path place, List<String> lines) throws IOException {
    byte[] stdin =
        Files.exists(folder.resolve("stdin"))
            ? Files.readAllBytes(folder.resolve("stdin"))
            : new byte[0];
    StringBuilder stdout = new StringBuilder();
    StringBuilder stderr = new StringBuilder();
    StringBuilder exits = new StringBuilder();
    boolean allDone = true;
    for (String line : lines) {
      Invocation invocation = Invocation.of(place, environment(), stdin, CommandWords.of(line));
      stdout.append(invocation.stdout());
      stderr.append(invocation.stderr());
      exits.append(invocation.exit()).append('\n');
      allDone &= invocation.exit() == 0;
    }
    Map<String, String> actual = new LinkedHashMap<>();
    actual.put("exit", allDone ? "" : exits.toString());
    actual.put("stderr", masked(place, stderr.toString()));
    actual.put("stdout", masked(place, stdout.toString()));
    for (Path file : files(folder.resolve("expected"))) {
      Path made = place.resolve(folder.resolve("expected").relativize(file).toString());
      String content = Files.exists(made) ? masked(place, Files.readString(made)) : "";
      actual.put(folder.relativize(file).toString(), content);
    }
    return actual;
  }

  private Map<String, String> environment() throws IOException {
    Path file = folder.resolve("env");
    if (!Files.exists(file)) {
      return Map.of();
    }
    return Files.readAllLines(file).stream()
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  /** Without what no two runs have in common: the folder, ids made by chance, the case's own. */
  private String masked(Path place, String text) throws IOException {
    String masked = text.replace(place.toString(), "FOLDER").replaceAll(UUID, "UUID");
    Path masks = folder.resolve("mask");
    if (Files.exists(masks)) {
      for (String mask : Files.readAllLines(masks)) {
        masked = masked.replaceAll(mask, "MASKED");
      }
    }
    return masked;
  }

  private Map<String, String> expected(Map<String, String> actual) throws IOException {
    Map<String, String> expected = new LinkedHashMap<>();
    for (String name : actual.keySet()) {
      Path file = folder.resolve(name);
      expected.put(name, Files.exists(file) ? Files.readString(file) : "");
    }
    return expected;
  }

  private void write(Map<String, String> actual) throws IOException {
    for (Map.Entry<String, String> entry : actual.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      if (entry.getValue().isEmpty() && !entry.getKey().startsWith("expected")) {
        Files.deleteIfExists(file);
      } else if (!Files.exists(file) || !Files.readString(file).equals(entry.getValue())) {
        Files.writeString(file, entry.getValue());
      }
    }
  }

  private static String text(Map<String, String> contents) {
    return contents.entrySet().stream()
        .map(entry -> "=== " + entry.getKey() + " ===\n" + entry.getValue())
        .collect(Collectors.joining());
  }

  private static List<Path> files(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path file : files(from)) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  private static void delete(Path place) throws IOException {
    try (Stream<Path> tree = Files.walk(place)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
