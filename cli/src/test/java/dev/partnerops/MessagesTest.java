package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every message speaks both languages, is there when it is asked for, and is asked for. */
final class MessagesTest {

  private static final Pattern PLACE = Pattern.compile("\\{\\d}");
  private static final Pattern MESSAGE_OF =
      Pattern.compile("Message\\.of\\(\\s*\"([^\"]+)\"\\s*[,)]");
  private static final Pattern HALF_WIDTH =
      Pattern.compile("[\\u4e00-\\u9fff][,;:?!(]|[,;:?!)][\\u4e00-\\u9fff]");

  /** What a message quotes to be typed: {@code [下限, 上限]}. */
  private static final Pattern YAML = Pattern.compile("\\[[^\\]]*]|\\{[^}\\d][^}]*}");

  @Test
  void everyBundleIsInBothLanguages() throws IOException {
    assertThat(Bundles.names(Locale.CHINESE)).isEqualTo(Bundles.names(Locale.ENGLISH));
  }

  @Test
  void everyTextIsInBothLanguagesWithTheSamePlaces() throws IOException {
    for (String bundle : Bundles.names(Locale.ENGLISH)) {
      assertThat(places(Bundles.texts(Locale.CHINESE, bundle)))
          .as(bundle)
          .isEqualTo(places(Bundles.texts(Locale.ENGLISH, bundle)));
    }
  }

  @Test
  void everyKeyBeginsWithItsBundle() throws IOException {
    for (String bundle : Bundles.names(Locale.ENGLISH)) {
      if (!bundle.startsWith("help/")) {
        assertThat(Bundles.texts(Locale.ENGLISH, bundle).keySet())
            .allSatisfy(key -> assertThat(key).startsWith(bundle + "."));
      }
    }
  }

  @Test
  void everyMessageThatCodeNamesIsThere() throws IOException {
    Set<String> known = Bundles.messages(Locale.ENGLISH).keySet();
    List<String> missing = new ArrayList<>();
    for (Path file : Bundles.sources()) {
      Matcher named = MESSAGE_OF.matcher(Files.readString(file));
      while (named.find()) {
        if (!known.contains(named.group(1))) {
          missing.add(file.getFileName() + ": " + named.group(1));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyMessageIsNamedByCode() throws IOException {
    Set<String> literals = Bundles.literals().keySet();
    Set<String> beginnings =
        literals.stream().filter(MessagesTest::isBeginning).collect(Collectors.toSet());
    List<String> unused = new ArrayList<>();
    for (String key : Bundles.messages(Locale.ENGLISH).keySet()) {
      if (beginnings.stream().noneMatch(key::startsWith)
          && endings(key).stream().noneMatch(literals::contains)) {
        unused.add(key);
      }
    }
    assertThat(unused).isEmpty();
  }

  @Test
  void chineseHasChinesePunctuation() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String bundle : Bundles.names(Locale.CHINESE)) {
      Bundles.texts(Locale.CHINESE, bundle)
          .forEach((key, text) -> {
            if (HALF_WIDTH.matcher(YAML.matcher(text).replaceAll("")).find()) {
              wrong.add(bundle + ": " + key + "=" + text);
            }
          });
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aMessageIsOneLine() throws IOException {
    for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
      Bundles.messages(language)
          .forEach((key, text) -> {
            if (!key.equals("programme.faults")) {
              assertThat(text).as(key).isNotBlank().doesNotContain("\n");
            }
          });
    }
  }

  private static Map<String, Set<String>> places(Map<String, String> texts) {
    return texts.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    PLACE
                        .matcher(entry.getValue())
                        .results()
                        .map(found -> found.group())
                        .collect(Collectors.toCollection(TreeSet::new))));
  }

  /** A literal that code puts a name behind: {@code metrics.select.}. */
  private static boolean isBeginning(String literal) {
    return literal.endsWith(".")
        && (literal.indexOf('.') < literal.length() - 1
            || literal.equals("columns.")
            || literal.equals("datasets."));
  }

  /** The key, and what is left of it without its first words. */
  private static List<String> endings(String key) {
    List<String> endings = new ArrayList<>(List.of(key));
    for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
      endings.add(key.substring(dot + 1));
    }
    return endings;
  }
}
