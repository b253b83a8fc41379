package dev.partnerops.checking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.Invocation;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.metrics.Catalogue;
import dev.partnerops.metrics.CatalogueNames;
import dev.partnerops.metrics.SqlMetrics;
import dev.partnerops.programme.Lint;
import dev.partnerops.programme.MetricNames;
import dev.partnerops.programme.ProgrammeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code samples/POLICIES.md} shows can be read, and what it says is shown somewhere. */
final class PoliciesPageTest {

  private static final Path PAGE = Path.of("../samples/POLICIES.md");
  private static final Pattern POLICY = Pattern.compile("(?s)```yaml\n(programme:.*?)```");
  private static final Pattern CASE =
      Pattern.compile("(?m)^\\| (\\d+) \\| [^|]+ \\| [^|]+ \\| ([^|]+) \\|$");
  private static final int PITFALLS = 61;
  private static final MetricNames NAMES =
      new CatalogueNames(new Catalogue(DataSets.shipped(), SqlMetrics.shipped()));

  @TempDir private Path temporary;

  /** A hard case by its number, and what shows how it is decided. */
  record HardCase(int number, String shownBy) {}

  static List<String> policies() throws IOException {
    return POLICY.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)).toList();
  }

  static List<HardCase> hardCases() throws IOException {
    List<HardCase> cases = new ArrayList<>();
    Matcher rows = CASE.matcher(Files.readString(PAGE));
    while (rows.find()) {
      cases.add(new HardCase(Integer.parseInt(rows.group(1)), rows.group(2)));
    }
    return cases;
  }

  @Test
  void showsPoliciesAndEveryHardCaseOnce() throws IOException {
    assertThat(policies()).isNotEmpty();
    assertThat(hardCases()).extracting(HardCase::number).containsExactly(numbers());
  }

  private static Integer[] numbers() {
    return Stream.iterate(1, number -> number + 1).limit(PITFALLS).toArray(Integer[]::new);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void itsPoliciesHaveNoFaultsAndNoWarnings(String policy) {
    assertThat(Lint.of(ProgrammeReader.read("page.yaml", policy, NAMES), NAMES)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("hardCases")
  void itsHardCasesAreShown(HardCase hard) throws IOException {
    String shown = hard.shownBy();
    if (shown.startsWith("golden/")) {
      assertThat(Path.of("src/test").resolve(shown).resolve("cmd")).exists();
    } else if (shown.startsWith("packs/")) {
      Pattern named = Pattern.compile("pitfalls? (?:\\d+(?:,| and) )*" + hard.number() + "\\b");
      assertThat(texts(Path.of("../samples").resolve(shown).resolve("programmes/tests")))
          .anyMatch(text -> named.matcher(text).find());
    } else if (!shown.equals("—")) {
      String[] test = shown.split("\\.", 2);
      assertThat(sources(test[0])).anyMatch(text -> text.contains("void " + test[1] + "("));
    }
  }

  @Test
  void itsTestIsPassedByItsFirstPolicy() throws IOException {
    Path workspace = workspace();
    write(workspace.resolve("programmes/stars.yaml"), policies().getFirst());
    write(workspace.resolve("programmes/tests/stars.yaml"), block("test: stars"));
    Invocation tests = Invocation.of(workspace, "policy", "test", "--no-header");
    assertThat(tests.exit()).as(tests.stdout()).isZero();
    assertThat(tests.stdout().lines()).hasSize(4).allMatch(line -> line.contains(",passed,"));
  }

  @Test
  void itsOwnDataIsImportedAndMeasured() throws IOException {
    Path workspace = workspace();
    write(workspace.resolve("datasets/parcels.yaml"), block("# datasets/parcels.yaml"));
    write(workspace.resolve("metrics/parcels_returned.sql"), block("-- metrics/parcels_returned"));
    write(workspace.resolve("promoters.csv"), "promoter_id,name\nD1,One\n");
    write(
        workspace.resolve("parcels.csv"),
        "parcel_id,promoter_id,sent_at,state\n1,D1,2020-10-01 08:00,kept\n2,D1,2020-10-31 20:00,returned\n");
    for (String dataSet : List.of("promoters", "parcels")) {
      assertThat(Invocation.of(workspace, "import", dataSet, dataSet + ".csv").exit()).isZero();
    }
    Invocation measured =
        Invocation.of(
            workspace,
            "metrics",
            "compute",
            "parcels_returned",
            "--entity",
            "promoter",
            "--window",
            "last 31 days",
            "--as-of",
            "2020-10-31",
            "--no-header");
    assertThat(measured.stdout()).isEqualTo("D1,0.500000\n");
  }

  private Path workspace() {
    assertThat(Invocation.of(temporary, "init", "desk").exit()).isZero();
    return temporary.resolve("desk");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** The indented lines of the page that begin so. */
  private static String block(String begins) throws IOException {
    return Files.readString(PAGE)
        .lines()
        .dropWhile(line -> !line.startsWith("    " + begins))
        .takeWhile(line -> line.startsWith("    "))
        .map(line -> line.substring(4) + "\n")
        .collect(Collectors.joining());
  }

  private static List<String> sources(String name) throws IOException {
    try (Stream<Path> tree = Files.walk(Path.of("src/test/java"))) {
      return read(tree.filter(file -> file.endsWith(name + ".java")));
    }
  }

  private static List<String> texts(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return read(files.filter(Files::isRegularFile));
    }
  }

  private static List<String> read(Stream<Path> files) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path file : files.sorted().toList()) {
      texts.add(Files.readString(file));
    }
    return texts;
  }
}
