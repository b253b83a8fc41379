package dev.partnerops.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgrammesTest {

  private static final Catalogue NAMES = new Catalogue();

  private static final String SCORED =
      "scorecard: {kpis: [{metric: orders, weight: 100, curve: [[0, 0], [1, 100]]}]}\n";

  @TempDir Path folder;

  @Test
  void readsEveryYamlFileButNotTests() throws IOException {
    write("b.yaml", "b", 1, "");
    write("a-2.yaml", "a", 2, "");
    write("a-1.yaml", "a", 1, "");
    Files.writeString(folder.resolve("notes.txt"), "no programme");
    Files.createDirectory(folder.resolve("tests"));
    Files.writeString(folder.resolve("tests/a.yaml"), "test: a");
    Programmes programmes = Programmes.read(folder, NAMES);
    assertThat(programmes.ids()).containsExactly("a", "b");
    assertThat(programmes.editions("a").stream().map(Programme::edition)).containsExactly(1, 2);
  }

  @Test
  void aFolderThatIsNotThereHoldsNone() {
    assertThat(Programmes.read(folder.resolve("none"), NAMES).all()).isEmpty();
  }

  @Test
  void thoseReadByOthersComeFirst() throws IOException {
    write("a.yaml", "a", 1, SCORED + "ranking: {by: {metric: score, of: z}}");
    write("m.yaml", "m", 1, "ranking: {by: {metric: score, of: a}}");
    write("z.yaml", "z", 1, SCORED);
    assertThat(Programmes.read(folder, NAMES).ids()).containsExactly("z", "a", "m");
  }

  @Test
  void aCircleIsRefused() throws IOException {
    write("a.yaml", "a", 1, "ranking: {by: {metric: score, of: b}}");
    write("b.yaml", "b", 1, "ranking: {by: {metric: orders}, eligible: {tier: x, of: a}}");
    assertThat(fault())
        .isEqualTo(
            folder.resolve("a.yaml")
                + ": programmes read each other in a circle, a -> b -> a; take one of: out");
  }

  @Test
  void faultsOfAllFilesAreToldTogether() throws IOException {
    write("a.yaml", "a", 1, "colour: red");
    Files.writeString(folder.resolve("b.yaml"), "b: [");
    Files.write(folder.resolve("c.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});
    assertThat(fault().lines().map(line -> line.substring(folder.toString().length() + 1)).toList())
        .hasSize(3)
        .satisfies(lines -> {
          assertThat(lines.get(0)).startsWith("a.yaml:7: unknown key \"colour\" in the file;");
          assertThat(lines.get(1)).startsWith("b.yaml:1: not YAML: ");
          assertThat(lines.get(2)).isEqualTo("c.yaml:1: not UTF-8; save the file as UTF-8");
        });
  }

  @Test
  void aFileStandsInForItsEdition(@TempDir Path elsewhere) throws IOException {
    write("a-1.yaml", "a", 1, "");
    write("a-2.yaml", "a", 2, "");
    Path draft = elsewhere.resolve("draft.yaml");
    Files.writeString(draft, policy("a", 2, "currency: USD"));
    Programmes programmes = Programmes.with(folder, draft, NAMES);
    assertThat(programmes.editions("a").stream().map(Programme::currency))
        .containsExactly("CNY", "USD");
  }

  @Test
  void aFileOfTheFolderCountsOnce() throws IOException {
    write("a.yaml", "a", 1, "");
    Programmes programmes = Programmes.with(folder, folder.resolve("./a.yaml"), NAMES);
    assertThat(programmes.all()).hasSize(1);
  }

  @Test
  void anUnknownIdIsNamedWithTheNearest() throws IOException {
    write("a.yaml", "fanxing", 1, "");
    Programmes programmes = Programmes.read(folder, NAMES);
    assertThat(
            Said.by(
                catchThrowableOfType(
                    ToolException.Usage.class, () -> programmes.editions("fanxin"))))
        .isEqualTo("no programme \"fanxin\"; did you mean fanxing?");
  }

  private String fault() {
    return Said.by(
        catchThrowableOfType(ToolException.Policy.class, () -> Programmes.read(folder, NAMES)));
  }

  private void write(String file, String id, int edition, String more) throws IOException {
    Files.writeString(folder.resolve(file), policy(id, edition, more));
  }

  private static String policy(String id, int edition, String more) {
    return """
    programme: %s
    title: {en: P}
    edition: %d
    effective: {from: 2020-10-01}
    entity: merchant
    evaluate: {every: month}
    %s
    """
        .formatted(id, edition, more);
  }
}
