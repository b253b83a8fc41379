package dev.partnerops.dataset;

import dev.partnerops.model.Nearest;
import dev.partnerops.model.Title;
import dev.partnerops.programme.YamlNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One column of a file: {@code country: {type: text, zh: 国家}}. A text that names things (the key,
 * what refers, a name that ends in {@code _id}) is an id: short, and refused where a spreadsheet
 * damaged it.
 */
final class OwnColumnReader {

  private static final List<String> KEYS =
      List.of("type", "zh", "aliases", "title", "required", "values", "refers");

  private static final Map<String, ColumnType> TYPES = types();

  /** What the views of versions have besides the columns. */
  private static final Set<String> TAKEN =
      Set.of("batch", "batch_in", "batch_out", "file", "line", "replaced_by");

  /** What a policy means by these words is no field (SPEC section 4: by, per, once_per). */
  private static final Set<String> OF_POLICIES =
      Set.of(
          "segment",
          "tier",
          "tier_before",
          "rank",
          "programme",
          "entity",
          "beneficiary",
          "period",
          "month",
          "year");

  private final OwnFile file;
  private final List<String> key;
  private final String clock;
  private final Map<String, String> keys;
  private boolean hasMoney;

  /**
   * @param clock the column that dates a row; empty where none does
   * @param keys by data set, the column that {@code refers:} to it means
   */
  OwnColumnReader(OwnFile file, List<String> key, String clock, Map<String, String> keys) {
    this.file = file;
    this.key = key;
    this.clock = clock;
    this.keys = keys;
  }

  private static Map<String, ColumnType> types() {
    Map<String, ColumnType> types = new LinkedHashMap<>();
    for (ColumnType type : ColumnType.values()) {
      if (type != ColumnType.ID) {
        types.put(type.word(), type);
      }
    }
    return types;
  }

  /** The column; a stand-in where it is faulty, which the file has noted. */
  Column read(YamlNode.Entry entry) {
    String name = entry.key();
    if (!OwnNames.isName(name)
        || OwnNames.isSqlWord(name)
        || (TAKEN.contains(name) || OF_POLICIES.contains(name))) {
      file.fault(entry.line(), "dataset.own.column-name", name);
    }
    if (!(entry.value() instanceof YamlNode.Mapping parts)) {
      file.fault(entry.line(), "dataset.own.column", name);
      return column(entry, new YamlNode.Mapping(List.of(), entry.line()), ColumnType.TEXT);
    }
    for (YamlNode.Entry part : parts.entries()) {
      if (!KEYS.contains(part.key())) {
        file.fault(
            part.line(), "dataset.own.key-unknown", part.key(), Nearest.orAll(part.key(), KEYS));
      }
    }
    return column(entry, parts, type(entry, parts));
  }

  private ColumnType type(YamlNode.Entry entry, YamlNode.Mapping parts) {
    String word =
        parts.find("type").orElse(null) instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    ColumnType type = TYPES.get(word);
    if (type == null) {
      file.fault(
          parts.find("type").map(YamlNode::line).orElse(entry.line()),
          word.isEmpty() ? "dataset.own.type-missing" : "dataset.own.type-unknown",
          entry.key(),
          String.join(", ", TYPES.keySet()),
          word);
      return ColumnType.TEXT;
    }
    return type;
  }

  private Column column(YamlNode.Entry entry, YamlNode.Mapping parts, ColumnType written) {
    String name = entry.key();
    List<Reference> references = references(name, parts, written);
    boolean isId =
        written == ColumnType.TEXT
            && (key.contains(name) || !references.isEmpty() || name.endsWith("_id"));
    Title meaning = parts.find("title").map(file::meaning).orElseGet(() -> new Title("", ""));
    return new Column(
        name,
        aliases(name, parts),
        isId ? ColumnType.ID : written,
        traits(name, parts, written),
        choices(entry, parts, written),
        references,
        new Column.Origin(file.file(), entry.line(), meaning));
  }

  private Set<Trait> traits(String name, YamlNode.Mapping parts, ColumnType type) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (key.contains(name)) {
      traits.add(Trait.KEY);
    }
    if (name.equals(clock)) {
      traits.add(Trait.CLOCK);
      traits.add(Trait.ARRIVAL);
    }
    Optional<YamlNode> required = parts.find("required");
    if (required.isPresent()) {
      Optional<Boolean> flag =
          required.orElseThrow() instanceof YamlNode.Scalar scalar
              ? scalar.findFlag()
              : Optional.empty();
      if (flag.isEmpty()) {
        file.fault(required.orElseThrow().line(), "dataset.own.required", name);
      } else if (flag.orElseThrow()) {
        traits.add(Trait.REQUIRED);
      }
    }
    // Control totals add up the first money of a data set of the workspace's own (RULES 29).
    if (type == ColumnType.MONEY && file.isWhole() && !hasMoney) {
      hasMoney = true;
      traits.add(Trait.CONTROL_TOTAL);
    }
    return traits;
  }

  private List<String> aliases(String name, YamlNode.Mapping parts) {
    List<String> aliases = new ArrayList<>();
    for (String key : List.of("zh", "aliases")) {
      Optional<YamlNode> node = parts.find(key);
      List<String> words = node.map(file::words).orElse(List.of());
      if (node.isPresent() && (words.isEmpty() || (key.equals("zh") && words.size() > 1))) {
        file.fault(node.orElseThrow().line(), "dataset.own.aliases", key, name);
      }
      aliases.addAll(words);
    }
    return aliases;
  }

  private List<Choice> choices(YamlNode.Entry entry, YamlNode.Mapping parts, ColumnType type) {
    Optional<YamlNode> node = parts.find("values");
    List<String> words = node.map(file::words).orElse(List.of());
    if (type != ColumnType.ONE_OF) {
      if (node.isPresent()) {
        file.fault(node.orElseThrow().line(), "dataset.own.values-not", entry.key());
      }
      return List.of();
    }
    if (words.isEmpty() || words.stream().distinct().count() < words.size()) {
      file.fault(node.map(YamlNode::line).orElse(entry.line()), "dataset.own.values", entry.key());
    }
    return words.stream().distinct().map(Choice::of).toList();
  }

  private List<Reference> references(String name, YamlNode.Mapping parts, ColumnType type) {
    Optional<YamlNode> node = parts.find("refers");
    if (node.isEmpty()) {
      return List.of();
    }
    int line = node.orElseThrow().line();
    List<String> words = file.words(node.orElseThrow());
    String dataset = words.size() == 1 ? words.getFirst().toLowerCase(Locale.ROOT) : "";
    String column = keys.get(dataset);
    if (column == null) {
      file.fault(
          line,
          "dataset.own.refers-unknown",
          name,
          String.join(" ", words),
          Nearest.orAll(dataset, keys.keySet()));
      return List.of();
    }
    if (type != ColumnType.TEXT) {
      file.fault(line, "dataset.own.refers-text", name);
    }
    return List.of(Reference.to(dataset, column));
  }
}
