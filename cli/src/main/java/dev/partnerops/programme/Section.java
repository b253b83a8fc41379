package dev.partnerops.programme;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.Title;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of the file that should have a known {@link Shape}: reports unknown and missing keys
 * when it is made, and hands out what stands under a key, reporting what is of the wrong type.
 */
final class Section {

  private final Reading reading;
  private final Set<String> more;
  private final Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
  private final String path;
  private final int line;
  private boolean hasUnknownKey;

  /**
   * @param path where it stands in the file, empty for the whole file
   */
  Section(Reading reading, YamlNode node, Shape shape, String path) {
    this(reading, node, shape, Set.of(), path);
  }

  /**
   * @param more keys that it may have besides, which the workspace gives
   */
  Section(Reading reading, YamlNode node, Shape shape, Set<String> more, String path) {
    this(reading, node, shape.words(), more, path);
  }

  /** The same with keys that are no part of a policy. */
  Section(Reading reading, YamlNode node, KeyWords words, String path) {
    this(reading, node, words, Set.of(), path);
  }

  private Section(Reading reading, YamlNode node, KeyWords words, Set<String> more, String path) {
    this.more = more;
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
    if (words.keys().contains(key) || more.contains(key)) {
      entries.put(key, entry);
    } else {
      hasUnknownKey = true;
      Set<String> usable = new LinkedHashSet<>(words.keys());
      usable.addAll(more);
      List<String> near = Nearest.to(key, usable);
      if (near.isEmpty()) {
        reading.fault(entry.line(), "key.unknown", key, place(), String.join(", ", usable));
      } else {
        reading.fault(entry.line(), "key.unknown.near", key, place(), near.getFirst());
      }
    }
  }

  /** A mapping whose keys are names that the file gives: {@code tracks}. */
  static Section open(Reading reading, YamlNode node, String path) {
    Section section = new Section(reading, path, node.line());
    for (YamlNode.Entry entry : reading.entries(node, path)) {
      section.entries.put(entry.key(), entry);
    }
    return section;
  }

  private Section(Reading reading, String path, int line) {
    this.more = Set.of();
    this.reading = reading;
    this.path = path;
    this.line = line;
  }

  /** The keys that stand in it, in the order of the file. */
  List<String> keys() {
    return List.copyOf(entries.keySet());
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

  /**
   * The name of a field of the entity, or with {@code through:} beside it of the entity which that
   * column names: {@code merchant_id.status}.
   */
  Optional<String> fieldThrough(String key) {
    Optional<String> through = name("through");
    if (through.isEmpty()) {
      return field(key);
    }
    Optional<String> field = name(key);
    field.ifPresent(
        name -> reading.fieldThrough(line(key), line("through"), name, through.orElseThrow()));
    return field.map(name -> new Reach(through.orElseThrow(), name).name());
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
}
