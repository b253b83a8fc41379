package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.generating.GeneratedSet;
import dev.partnerops.generating.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same inputs give the same bytes, whatever the number of processors and whatever else the
 * workspace holds (SPEC section 5).
 */
final class SameBytesTest {

  private static final Path SAMPLES = Path.of("../samples/programmes").toAbsolutePath();
  private static final LocalDate UNTIL = LocalDate.of(2020, 10, 31);
  private static final String PARTNERS = "service-provider-partner";
  private static final List<String> DATA =
      List.of(
          "merchants",
          "providers",
          "promoters",
          "affiliations",
          "sessions",
          "courses",
          "enrolments",
          "violations",
          "orders");

  @TempDir static Path folder;

  @BeforeAll
  static void generate() throws IOException {
    // Some five segments of orders, so that there is work for several threads.
    new GeneratedSet(new Scale(80_000, 400, 80, 200, 120, 7, UNTIL), 0)
        .write(folder.resolve("data"), _ -> {});
  }

  @Test
  void whateverTheNumberOfProcessors() throws IOException {
    Map<String, String> alone = answers("alone", 1);
    assertThat(alone).allSatisfy((what, said) -> assertThat(said).as(what).isNotBlank());
    assertThat(answers("four", 4)).isEqualTo(alone);
  }

  private static Map<String, String> answers(String name, int processors) throws IOException {
    Path workspace = make(name);
    Map<String, String> answers = new LinkedHashMap<>();
    for (String dataSet : DATA) {
      run(workspace, processors, "import", dataSet, "../data/" + dataSet + ".csv");
    }
    part(workspace, processors, "score", PARTNERS, "2020-09");
    run(workspace, processors, "approve", "1");
    for (String part : List.of("score", "tier")) {
      answers.put(part, part(workspace, processors, part, PARTNERS, "2020-10"));
    }
    for (String part : List.of("subsidy", "fee")) {
      answers.put(part, part(workspace, processors, part, "fanxing", "2020-10-31"));
    }
    for (String run : List.of("1", "2", "3")) {
      answers.put(
          "run " + run,
          run(workspace, processors, "runs", "show", run)
              .lines()
              .filter(line -> line.startsWith("result_digest"))
              .collect(Collectors.joining()));
    }
    return answers;
  }

  private static String part(
      Path workspace, int processors, String part, String programme, String period) {
    return run(
        workspace,
        processors,
        part,
        "--programme",
        programme,
        "--period",
        period,
        "--as-of",
        "2020-11-05");
  }

  @Test
  void whateverElseTheWorkspaceHolds() throws IOException {
    Path workspace = make("editions");
    for (String dataSet : DATA) {
      invoke(workspace, "import", dataSet, "../data/" + dataSet + ".csv");
    }
    String[] score = {"score", "--programme", PARTNERS, "--period", "2020-10"};
    String before = invoke(workspace, score).stdout();
    Path policy = workspace.resolve("programmes").resolve(PARTNERS + ".yaml");
    String text = Files.readString(policy);
    Files.writeString(
        workspace.resolve("programmes/later.yaml"),
        text.replace("edition: 1", "edition: 2").replace("from: 2020-07-01", "from: 2099-01-01"));
    Files.writeString(
        workspace.resolve("programmes/other.yaml"),
        "programme: other\ntitle: {en: Other}\neffective: {from: 2020-01-01}\nentity: merchant\n"
            + "evaluate: {every: day}\nladder: {tiers: [{tier: a}]}\n");
    Invocation again = invoke(workspace, score);
    assertThat(again.stdout()).isEqualTo(before);
    assertThat(again.stderr()).contains("run 1 ");
  }

  private static Path make(String name) throws IOException {
    Path workspace = folder.resolve(name);
    invoke(folder, "init", name);
    for (String programme : List.of(PARTNERS, "fanxing")) {
      Path file = Path.of(programme + ".yaml");
      Files.copy(SAMPLES.resolve(file), workspace.resolve("programmes").resolve(file));
    }
    return workspace;
  }

  private static Invocation invoke(Path where, String... words) {
    Invocation invocation = Invocation.of(where, words);
    assertThat(invocation.exit()).as(invocation.stderr()).isZero();
    return invocation;
  }

  private static String run(Path workspace, int processors, String... words) {
    Invocation invocation =
        ToolProcess.bash(
            workspace,
            "JDK_JAVA_OPTIONS=-XX:ActiveProcessorCount=" + processors + " exec \"$@\"",
            words);
    assertThat(invocation.exit()).as(invocation.stderr()).isZero();
    return invocation.stdout();
  }
}
