package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped policies decide as their tests say, and hold at every edge. */
final class SamplePoliciesTest {

  private static final Path PROGRAMMES = Path.of("../samples/programmes").toAbsolutePath();

  static List<Path> tests() throws IOException {
    return yaml(PROGRAMMES.resolve("tests"));
  }

  static List<Path> policies() throws IOException {
    return yaml(PROGRAMMES);
  }

  private static List<Path> yaml(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("tests")
  void passItsTests(Path test) throws IOException {
    Invocation run = Invocation.of(PROGRAMMES, "policy", "test", test.toString());
    assertThat(run.exit()).as(run.stdout() + run.stderr()).isZero();
    assertThat(run.stdout()).contains("passed");
  }

  @ParameterizedTest
  @MethodSource("policies")
  void holdAtEveryEdge(Path policy) throws IOException {
    Invocation run = Invocation.of(PROGRAMMES, "policy", "test", "--boundaries", policy.toString());
    assertThat(run.exit()).as(run.stdout() + run.stderr()).isZero();
  }
}
