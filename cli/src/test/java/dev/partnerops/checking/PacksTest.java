package dev.partnerops.checking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What we ship as policies holds by its own tests: the samples and every pack of a published
 * programme.
 */
final class PacksTest {

  private static final Path SAMPLES = Path.of("../samples");
  private static final Path PACKS = SAMPLES.resolve("packs");

  static List<Path> packs() throws IOException {
    try (Stream<Path> folders = Files.list(PACKS)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @TempDir private static Path temporary;

  /**
   * The samples as {@code demo} lays them out, then the packs, which are workspaces as they are.
   */
  static List<Path> workspaces() throws IOException {
    Path samples = temporary.resolve("samples");
    if (!Files.isDirectory(samples)) {
      assertThat(Invocation.of(temporary, "init", "samples").exit()).isZero();
      for (String part : List.of("programmes", "metrics", "datasets")) {
        copy(SAMPLES.resolve(part), samples.resolve(part));
      }
    }
    return Stream.concat(Stream.of(samples), packs().stream()).toList();
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      Files.createDirectories(to);
      try (Stream<Path> inside = Files.list(from)) {
        for (Path each : inside.toList()) {
          copy(each, to.resolve(each.getFileName()));
        }
      }
    } else if (Files.isRegularFile(from)) {
      Files.copy(from, to);
    }
  }

  @ParameterizedTest
  @MethodSource("workspaces")
  void hasNoFaultsAndNoWarnings(Path workspace) {
    Invocation lint = Invocation.of(workspace, "policy", "lint", "--no-header");
    assertThat(lint).isEqualTo(new Invocation(0, "", lint.stderr()));
  }

  @ParameterizedTest
  @MethodSource("workspaces")
  void passesItsTests(Path workspace) {
    Invocation tests = Invocation.of(workspace, "policy", "test", "--no-header");
    assertThat(tests.exit()).as(tests.stdout() + tests.stderr()).isZero();
    assertThat(tests.stdout()).contains(",passed,");
  }

  @ParameterizedTest
  @MethodSource("packs")
  void testsEachOfItsProgrammes(Path pack) throws IOException {
    for (Path policy : files(pack.resolve("programmes"))) {
      String id =
          Files.readString(policy).lines().filter(PacksTest::isId).findFirst().orElseThrow();
      String test = id.replace("programme:", "test:");
      assertThat(files(pack.resolve("programmes/tests")))
          .as(test)
          .anySatisfy(file -> assertThat(Files.readString(file)).contains(test + "\n"));
    }
  }

  private static boolean isId(String line) {
    return line.startsWith("programme:");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).toList();
    }
  }

  @Test
  void eachPackHasItsLine() throws IOException {
    String index = Files.readString(PACKS.resolve("README.md"));
    for (Path pack : packs()) {
      String name = pack.getFileName().toString();
      assertThat(index).contains("[" + name + "](" + name + "/README.md)");
      assertThat(pack.resolve("README.md")).isRegularFile();
    }
  }
}
