package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Habits of STYLE that only the text of a source shows. */
final class SourcesTest {

  private static final Path MAIN = Path.of("src/main/java");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "the type is part of the sentence,      '^\\s*(final )?var \\w+ |for \\(var '",
    "history names the author,              @author",
    "a failing file says why in words,      ', e\\.(toString|getMessage)\\(\\)'",
    "a stack trace is for --verbose,        'printStackTrace\\((?!session\\.err\\(\\))'",
    "a suppressed warning has a reason,     '@SuppressWarnings\\([^)]*\\)\\s*$'",
  })
  void sourcesKeepTheHabit(String habit, String refused) throws IOException {
    Pattern pattern = Pattern.compile(refused);
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        if (pattern.matcher(line).find()) {
          found.add(file.getFileName() + ":" + number + ": " + line.strip());
        }
      }
    }
    assertThat(found).as(habit).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsForAndKnowsNull() throws IOException {
    List<Path> packages = sources().stream().map(Path::getParent).distinct().toList();
    assertThat(packages)
        .allSatisfy(folder ->
            assertThat(folder.resolve("package-info.java"))
                .content()
                .contains("@NullMarked", "/**"));
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> tree = Files.walk(MAIN)) {
      return tree.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
