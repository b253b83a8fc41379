package dev.partnerops.programme;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.Title;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of the file that should have a known {@link Shape}: reports unknown, unbuilt and
 * missing keys when it is made, and hands out what stands under a key, reporting what is of the
 * wrong type.
 */
final class Section {

  private final Reading reading;
  private final Map<String, YamlNode.Entry> entries = new HashMap<>();
  private final String path;
  private final int line;
  private boolean hasUnknownKey;

  /**
   * @param path where it stands in the file, empty for the whole file
   */
  Section(Reading reading, YamlNode node, Shape shape, String path) {
    this(reading, node, shape.words(), path);
  }

  /** The same with keys that are no part of a policy. */
  Section(Reading reading, YamlNode node, KeyWords words, String path) {
    this.reading = reading;
    this.path = path;
    this.line = node.line();
    if (!(node instanceof YamlNode.Mapping mapping)) {
      reading.wrong(node, path, "mapping");
      return;
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      keep(entry, words);
    }
    for (String key : words.required()) {
      if (!entries.containsKey(key)) {
        reading.fault(line, "key.missing", place(), key);
      }
    }
  }

  private void keep(YamlNode.Entry entry, KeyWords words) {
    String key = entry.key();
    if (words.unbuilt().contains(key)) {
      reading.fault(entry.line(), "unbuilt", key, place());
    } else if (words.keys().contains(key)) {
      entries.put(key, entry);
    } else {
      hasUnknownKey = true;
      Set<String> known = new LinkedHashSet<>(words.keys());
      known.addAll(words.unbuilt());
      List<String> near = Nearest.to(key, known);
      if (near.isEmpty()) {
        reading.fault(entry.line(), "key.unknown", key, place(), String.join(", ", words.keys()));
      } else {
        reading.fault(entry.line(), "key.unknown.near", key, place(), near.getFirst());
      }
    }
  }

  private Object place() {
    return path.isEmpty() ? Message.of("programme.place.file") : path;
  }

  /** Whether a key was reported as unknown, which may be why another seems to be missing. */
  boolean hasUnknownKey() {
    return hasUnknownKey;
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  Optional<YamlNode> find(String key) {
    return Optional.ofNullable(entries.get(key)).map(YamlNode.Entry::value);
  }

  String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  int line(String key) {
    YamlNode.Entry entry = entries.get(key);
    return entry == null ? line : entry.line();
  }

  Clause clause() {
    return new Clause(path, line);
  }

  Clause clause(String key) {
    return new Clause(path(key), line(key));
  }

  Optional<String> text(String key) {
    return find(key).flatMap(node -> reading.text(node, path(key)));
  }

  Optional<String> name(String key) {
    return find(key).flatMap(node -> reading.name(node, path(key)));
  }

  /** The name of a field of the entity. */
  Optional<String> field(String key) {
    Optional<String> field = name(key);
    field.ifPresent(name -> reading.field(line(key), name));
    return field;
  }

  @Nullable Title title(String key) {
    Optional<YamlNode> node = find(key);
    return node.isPresent() ? reading.title(node.orElseThrow(), path(key)) : null;
  }

  /** A whole number of at least {@code least}. */
  Optional<Integer> whole(String key, int least) {
    Optional<YamlNode> node = find(key);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> whole =
        number(node.orElseThrow())
            .filter(Fraction::isWhole)
            .map(Fraction::numerator)
            .filter(number -> number.bitLength() < Integer.SIZE)
            .map(BigInteger::intValueExact);
    if (whole.isEmpty()) {
      reading.wrong(node.orElseThrow(), path(key), "whole");
    } else if (whole.orElseThrow() < least) {
      reading.fault(line(key), "number.least", path(key), whole.orElseThrow(), least);
    }
    return whole;
  }

  Optional<Fraction> number(String key) {
    Optional<YamlNode> node = find(key);
    Optional<Fraction> number = node.flatMap(Section::number);
    if (node.isPresent() && number.isEmpty()) {
      reading.wrong(node.orElseThrow(), path(key), "number");
    }
    return number;
  }

  private static Optional<Fraction> number(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar ? scalar.findNumber() : Optional.empty();
  }

  /** A date; {@code null} in the file is no date. */
  Optional<LocalDate> day(String key) {
    Optional<YamlNode> node = find(key);
    if (node.isEmpty()
        || (node.orElseThrow() instanceof YamlNode.Scalar scalar && scalar.isNull())) {
      return Optional.empty();
    }
    Optional<LocalDate> day =
        node.orElseThrow() instanceof YamlNode.Scalar scalar ? scalar.findDay() : Optional.empty();
    if (day.isEmpty()) {
      reading.wrong(node.orElseThrow(), path(key), "day");
    }
    return day;
  }

  Optional<Boolean> flag(String key) {
    Optional<YamlNode> node = find(key);
    Optional<Boolean> flag =
        node.orElse(null) instanceof YamlNode.Scalar scalar ? scalar.findFlag() : Optional.empty();
    if (node.isPresent() && flag.isEmpty()) {
      reading.wrong(node.orElseThrow(), path(key), "flag");
    }
    return flag;
  }

  /** One of a few words; the others are reported with those there are. */
  Optional<String> word(String key, String... words) {
    Optional<String> word = text(key);
    if (word.isPresent() && !Arrays.asList(words).contains(word.orElseThrow())) {
      reading.fault(
          line(key), "word.unknown", path(key), word.orElseThrow(), String.join(", ", words));
      return Optional.empty();
    }
    return word;
  }

  /**
   * One of the words of an enum, written in small letters; the fallback where the key is absent or
   * wrong.
   */
  <E extends Enum<E>> E word(String key, E fallback) {
    E[] values = fallback.getDeclaringClass().getEnumConstants();
    String[] words =
        Arrays.stream(values)
            .map(value -> value.name().toLowerCase(Locale.ROOT))
            .toArray(String[]::new);
    Optional<String> word = word(key, words);
    return word.isEmpty() ? fallback : values[Arrays.asList(words).indexOf(word.orElseThrow())];
  }

  /**
   * Whether a word of the language stands there that is not built, which is then reported with the
   * words that are.
   */
  boolean isUnbuilt(String key, List<String> unbuilt, List<String> built) {
    if (!(find(key).orElse(null) instanceof YamlNode.Scalar scalar)
        || !unbuilt.contains(scalar.text())) {
      return false;
    }
    reading.fault(line(key), "unbuilt.word", key + ": " + scalar.text(), String.join(", ", built));
    return true;
  }
}
