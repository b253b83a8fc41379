package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.demo.DemoCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code samples/README.md} and the README's "Why?" say their lines print in the folder of the
 * demo is what they print. A line of {@code …} stands for rows left out.
 */
final class SamplesPageTest {

  private static final Path SAMPLES = Path.of("../samples").toAbsolutePath().normalize();
  private static final String INDENT = "    ";
  private static final String TYPED = INDENT + "partnerops ";
  private static final String LEFT_OUT = "…";

  @TempDir private Path folder;

  private record Example(String words, List<String> printed) {}

  @Test
  void showsWhatEachLinePrints() throws IOException {
    List<String> page = Files.readAllLines(SAMPLES.resolve("README.md"));
    List<Example> examples =
        examples(
            page.subList(
                page.indexOf("## 1. Service provider partners 服务商合伙人计划"),
                page.indexOf("## Orders")));
    List<String> front = Files.readAllLines(SAMPLES.resolveSibling("README.md"));
    examples.addAll(examples(front.subList(front.indexOf("## Why?"), front.indexOf("## Orders"))));
    assertThat(examples).hasSizeGreaterThan(22);
    Path shop = folder.resolve("shop");
    print(folder, "demo shop");
    for (Example example : examples) {
      assertThat(shortened(print(shop, example.words() + " -o table"), example.printed()))
          .as(example.words())
          .isEqualTo(example.printed());
    }
  }

  private static List<Example> examples(List<String> lines) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(TYPED)) {
        String words = lines.get(i).substring(TYPED.length());
        List<String> printed = new ArrayList<>();
        while (goesOn(lines, i + 1)) {
          i++;
          printed.add(lines.get(i).isEmpty() ? "" : lines.get(i).substring(INDENT.length()));
        }
        examples.add(new Example(words, printed));
      }
    }
    return examples;
  }

  /** An empty line is part of what is printed where more of it follows. */
  private static boolean goesOn(List<String> lines, int at) {
    String next = lines.get(at);
    if (!next.isEmpty() || at + 1 >= lines.size()) {
      return next.startsWith(INDENT);
    }
    String after = lines.get(at + 1);
    return after.startsWith(INDENT) && !after.startsWith(TYPED);
  }

  private static List<String> print(Path place, String words) {
    Invocation invocation =
        Invocation.of(
            place,
            Map.of(DemoCommand.SAMPLES_VARIABLE, SAMPLES.toString()),
            new byte[0],
            CommandWords.of(words));
    assertThat(invocation.exit()).as(words + "\n" + invocation.stderr()).isZero();
    return invocation.stdout().lines().map(String::stripTrailing).toList();
  }

  /**
   * The lines printed, without those that the page leaves out; all of the rest where it differs.
   */
  private static List<String> shortened(List<String> actual, List<String> printed) {
    List<String> shortened = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < printed.size() && next < actual.size(); i++) {
      if (printed.get(i).equals(LEFT_OUT)) {
        shortened.add(LEFT_OUT);
        String after = i + 1 < printed.size() ? printed.get(i + 1) : null;
        int found =
            after == null ? actual.size() : actual.subList(next + 1, actual.size()).indexOf(after);
        next = after == null ? found : found < 0 ? next : next + 1 + found;
      } else {
        shortened.add(actual.get(next));
        next++;
      }
    }
    shortened.addAll(actual.subList(next, actual.size()));
    return shortened;
  }
}
