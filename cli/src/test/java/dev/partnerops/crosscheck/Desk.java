package dev.partnerops.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** A workspace, and what is done in it by commands that must succeed. */
final class Desk {

  private static final Path SAMPLES = Path.of("../samples").toAbsolutePath();
  private static final List<String> PARTNERS =
      List.of(
          "merchants",
          "providers",
          "promoters",
          "affiliations",
          "sessions",
          "courses",
          "enrolments",
          "violations");

  private final Path folder;
  private final String name;

  /** Makes the workspace, with the programmes of {@code samples/programmes}. */
  Desk(Path folder, String name) throws IOException {
    this(folder, name, "programmes");
  }

  /** Makes the workspace, with the programmes of a folder of {@code samples}. */
  Desk(Path folder, String name, String programmes) throws IOException {
    this.folder = folder;
    this.name = name;
    run("init", name);
    try (Stream<Path> files =
        Files.list(SAMPLES.resolve(programmes)).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(name).resolve("programmes").resolve(file.getFileName()));
      }
    }
  }

  void bring(String dataSet, String file, String... more) {
    within("import", Stream.concat(Stream.of(dataSet, file), Arrays.stream(more)));
  }

  /** A mapping of {@code samples/mappings}, as {@code --map} takes it. */
  static String mapping(String name) {
    return SAMPLES.resolve("mappings").resolve(name).toString();
  }

  /** All that the programmes read beside orders, from a generated set in {@code data}. */
  void bringPartners() {
    PARTNERS.forEach(dataSet -> bring(dataSet, "data/" + dataSet + ".csv"));
  }

  /** Evaluates and approves. */
  void settle(String programme, String period, String... more) {
    part("score", programme, period, more);
    within("approve", Stream.of("--programme", programme, "--period", period, "--by", "wang"));
  }

  /** What the command prints, without a heading. */
  String part(String command, String programme, String period, String... more) {
    return within(
        command,
        Stream.concat(
            Stream.of("--programme", programme, "--period", period, "--no-header"),
            Arrays.stream(more)));
  }

  List<String> measures(String entity, LocalDate asOf, String window, String... names) {
    List<String> words = new ArrayList<>();
    Collections.addAll(words, "compute", "--entity", entity, "--window", window);
    Collections.addAll(words, "--as-of", asOf.toString(), "--no-header");
    Collections.addAll(words, names);
    return within("metrics", words.stream()).lines().toList();
  }

  private String within(String command, Stream<String> words) {
    return run(Stream.concat(Stream.of("-w", name, command), words).toArray(String[]::new));
  }

  private String run(String... words) {
    Invocation invocation = Invocation.of(folder, words);
    assertThat(invocation.exit()).as(String.join(" ", words) + "\n" + invocation.stderr()).isZero();
    return invocation.stdout();
  }
}
