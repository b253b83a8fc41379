package dev.partnerops.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.partnerops.model.ToolException;
import dev.partnerops.output.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault that reading can find, in {@code faults.txt}: a name, the lines of a policy (those of
 * a whole file behind {@code !}, else what follows the five lines that each programme has), and
 * behind {@code >} all that is said of it.
 */
final class FaultsTest {

  private static final String FIVE_LINES =
      """
      programme: p
      title: {en: P}
      effective: {from: 2020-10-01}
      entity: merchant
      evaluate: {every: month}
      """;

  record Case(String name, String policy, String said) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> cases() throws IOException {
    try (InputStream stream = FaultsTest.class.getResourceAsStream("faults.txt")) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("(?m)^== ")).skip(1).map(FaultsTest::parse).toList();
    }
  }

  private static Case parse(String block) {
    List<String> lines = block.lines().toList();
    boolean whole = lines.stream().anyMatch(line -> line.startsWith("! "));
    StringBuilder policy = new StringBuilder(whole ? "" : FIVE_LINES);
    StringBuilder said = new StringBuilder();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("> ")) {
        said.append(line.substring(2)).append('\n');
      } else {
        policy.append(line.startsWith("! ") ? line.substring(2) : line).append('\n');
      }
    }
    return new Case(lines.getFirst(), policy.toString(), said.toString().strip());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatIsWrongAndWhatToDo(Case fault) {
    ToolException.Policy found =
        catchThrowableOfType(
            ToolException.Policy.class,
            () -> ProgrammeReader.read("p.yaml", fault.policy(), new Catalogue()));
    assertThat(found).as("accepted: " + fault.policy()).isNotNull();
    assertThat(Said.by(found)).isEqualTo(fault.said());
  }

  @Test
  void everyMessageIsWrittenInBothLanguages() {
    Properties english = Messages.load(Locale.ENGLISH, "programme");
    Properties chinese = Messages.load(Locale.CHINESE, "programme");
    assertThat(chinese.keySet()).isEqualTo(english.keySet());
    for (String key : english.stringPropertyNames()) {
      assertThat(places(chinese.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
    }
  }

  private static List<String> places(String text) {
    return Pattern.compile("\\{\\d}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .sorted()
        .distinct()
        .toList();
  }
}
