package dev.partnerops.checking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.dataset.DataSets;
import dev.partnerops.metrics.Catalogue;
import dev.partnerops.metrics.CatalogueNames;
import dev.partnerops.metrics.SqlMetrics;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Messages;
import dev.partnerops.programme.Lint;
import dev.partnerops.programme.MetricNames;
import dev.partnerops.programme.Programmes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Policies with one seeded fault each: the line that ends in {@code # <- here} is the one lint
 * names, it names no other, and says what the file's first line says.
 */
final class SeededFaultsTest {

  private static final Path FOLDER = Path.of("src/test/lint");
  private static final Messages ENGLISH = new Messages(Locale.ENGLISH);
  private static final String SAYS = "# says: ";

  private static final MetricNames NAMES =
      new CatalogueNames(new Catalogue(DataSets.shipped(), SqlMetrics.shipped()));

  static List<Path> policies() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @Test
  void areThirtyAtLeast() throws IOException {
    assertThat(policies()).hasSizeGreaterThanOrEqualTo(30);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void areFoundInTheirLine(Path policy) throws IOException {
    List<String> lines = Files.readAllLines(policy);
    int seeded = 0;
    while (!lines.get(seeded).endsWith("# <- here")) {
      seeded++;
    }
    List<String> found = lint(policy);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst())
        .startsWith((seeded + 1) + ": ")
        .contains(lines.getFirst().substring(SAYS.length()));
  }

  private static List<String> lint(Path policy) {
    List<String> found = new ArrayList<>();
    try {
      for (Lint.Warning warning : Lint.of(Programmes.readFile(policy, NAMES), NAMES)) {
        found.add(warning.line() + ": " + ENGLISH.text(warning.what()));
      }
    } catch (ToolException.Policy faulty) {
      for (Message text : faulty.texts()) {
        found.add(text.arguments().get(1) + ": " + ENGLISH.text((Message) text.arguments().get(2)));
      }
    }
    return found;
  }
}
