package dev.partnerops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every directory {@code src/test/golden/<feature>/<case>} is a test; see its README.md. {@code
 * bin/check --fix} rewrites what they expect; {@code -Dgolden.only=importing} runs one feature's.
 */
final class GoldenTest {

  private static final Path ROOT = Path.of("src/test/golden");

  @TestFactory
  Stream<DynamicNode> golden() throws IOException {
    String only = System.getProperty("golden.only", "");
    return folders(ROOT).stream()
        .map(feature ->
            DynamicContainer.dynamicContainer(
                feature.getFileName().toString(),
                folders(feature).stream()
                    .filter(each -> ROOT.relativize(each).toString().startsWith(only))
                    .map(GoldenTest::test)));
  }

  private static DynamicNode test(Path folder) {
    GoldenCase golden = new GoldenCase(folder);
    return DynamicTest.dynamicTest(
        folder.getFileName().toString(), folder.toUri(), golden::runAndCompare);
  }

  private static List<Path> folders(Path parent) {
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException(parent + " cannot be listed", e);
    }
  }
}
