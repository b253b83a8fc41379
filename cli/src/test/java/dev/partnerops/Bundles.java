package dev.partnerops;

import dev.partnerops.output.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The message bundles of the sources, and the string literals of the code that names them. */
final class Bundles {

  private static final Path FOLDER = Path.of("src/main/resources/dev/partnerops/messages");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

  private Bundles() {}

  /** Names of the bundles of a language, {@code help/init} among them. */
  static List<String> names(Locale language) throws IOException {
    Path folder = FOLDER.resolve(language.getLanguage());
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace(".properties", ""))
          .sorted()
          .toList();
    }
  }

  /** All texts of a language's messages, help aside. */
  static Map<String, String> messages(Locale language) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String name : names(language)) {
      if (!name.startsWith("help/")) {
        texts.putAll(texts(language, name));
      }
    }
    return texts;
  }

  static Map<String, String> texts(Locale language, String bundle) {
    Map<String, String> texts = new TreeMap<>();
    Messages.load(language, bundle)
        .forEach((key, text) -> texts.put(key.toString(), text.toString()));
    return texts;
  }

  /** Every string literal of the sources with the file it stands in. */
  static Map<String, String> literals() throws IOException {
    Map<String, String> literals = new TreeMap<>();
    for (Path file : sources()) {
      Matcher matcher = LITERAL.matcher(Files.readString(file));
      while (matcher.find()) {
        literals.put(matcher.group(1), file.getFileName().toString());
      }
    }
    return literals;
  }

  static List<Path> sources() throws IOException {
    try (Stream<Path> tree = Files.walk(SOURCES)) {
      return tree.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
