package dev.partnerops.dataset;

import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.Title;
import dev.partnerops.model.ToolException;
import dev.partnerops.programme.YamlFile;
import dev.partnerops.programme.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One file of {@code datasets/}: a data set of the workspace's own, or columns for another. */
final class OwnFile {

  private static final List<String> WHOLE =
      List.of("dataset", "title", "key", "entity", "clock", "columns");
  private static final List<String> EXTENDING = List.of("extends", "columns");

  /** Views that are there besides those of the data sets. */
  private static final Set<String> VIEWS = Set.of("runs", "decisions", "ledger");

  private static final String HISTORY = "history_";

  private final String file;
  private final YamlNode.Mapping root;
  private final List<Message> faults = new ArrayList<>();

  private OwnFile(String file, YamlNode.Mapping root) {
    this.file = file;
    this.root = root;
  }

  /**
   * @param file from the workspace, for messages
   */
  static OwnFile read(String file, String text) {
    if (!(YamlFile.read(file, text) instanceof YamlNode.Mapping root)) {
      throw new ToolException.Policy(
          Message.of("programme.fault", file, 1, Message.of("dataset.own.mapping")));
    }
    OwnFile read = new OwnFile(file, root);
    if (read.name().isEmpty()) {
      throw new ToolException.Policy(
          Message.of("programme.fault", file, root.line(), Message.of("dataset.own.name-missing")));
    }
    read.refuseKeys();
    return read;
  }

  private void refuseKeys() {
    List<String> known = isWhole() ? WHOLE : EXTENDING;
    for (YamlNode.Entry entry : root.entries()) {
      if (!known.contains(entry.key())) {
        fault(
            entry.line(),
            "dataset.own.key-unknown",
            entry.key(),
            Nearest.orAll(entry.key(), known));
      }
    }
    for (String required : isWhole() ? List.of("key", "columns") : List.of("columns")) {
      if (root.find(required).isEmpty()) {
        fault(root.line(), "dataset.own.key-missing", required);
      }
    }
    if (isWhole() && !isFree(name())) {
      fault("dataset", "dataset.own.name", name());
    }
  }

  private static boolean isFree(String name) {
    return OwnNames.isName(name)
        && !OwnNames.isSqlWord(name)
        && !VIEWS.contains(name)
        && !name.startsWith(HISTORY);
  }

  boolean isWhole() {
    return root.find("extends").isEmpty();
  }

  /** The data set it defines or extends. */
  String name() {
    return text(isWhole() ? "dataset" : "extends").orElse("");
  }

  /** What people call the data set: its name where the file has no title. */
  Title title() {
    return root.find("title")
        .map(node -> title(node, new Title(name(), name())))
        .orElseGet(() -> new Title(name(), name()));
  }

  private Title title(YamlNode node, Title otherwise) {
    if (!(node instanceof YamlNode.Mapping words)) {
      fault(node.line(), "dataset.own.title");
      return otherwise;
    }
    String en = "";
    String zh = "";
    for (YamlNode.Entry entry : words.entries()) {
      String word = entry.value() instanceof YamlNode.Scalar scalar ? scalar.text() : "";
      switch (entry.key()) {
        case "en" -> en = word;
        case "zh" -> zh = word;
        default -> fault(entry.line(), "dataset.own.title");
      }
    }
    if (en.isEmpty() && zh.isEmpty()) {
      fault(node.line(), "dataset.own.title");
    }
    return new Title(en.isEmpty() ? zh : en, zh.isEmpty() ? en : zh);
  }

  /** The names of the key's columns. */
  List<String> key() {
    return root.find("key").map(OwnFile::texts).orElse(List.of());
  }

  /** One text or several; none where it is neither. */
  private static List<String> texts(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar -> scalar.isNull() ? List.of() : List.of(scalar.text());
      case YamlNode.Mapping mapping -> List.of();
      case YamlNode.Sequence list -> {
        boolean plain = list.items().stream().allMatch(YamlNode.Scalar.class::isInstance);
        yield plain
            ? list.items().stream().flatMap(item -> texts(item).stream()).toList()
            : List.of();
      }
    };
  }

  /** The kind that each row is one of; absent where the file names none. */
  @Nullable EntityKind entity() {
    Optional<String> word = text("entity");
    if (word.isEmpty()) {
      return null;
    }
    if (!OwnNames.isName(word.orElseThrow())) {
      fault("entity", "dataset.own.entity", word.orElseThrow());
    }
    return new EntityKind(word.orElseThrow());
  }

  /**
   * The columns of the file.
   *
   * @param keys by data set, the column that {@code refers:} to it means
   */
  List<Column> columns(Map<String, String> keys) {
    if (!(root.find("columns").orElse(null) instanceof YamlNode.Mapping mapping)) {
      if (root.find("columns").isPresent()) {
        fault("columns", "dataset.own.columns");
      }
      return List.of();
    }
    OwnColumnReader reader =
        new OwnColumnReader(this, isWhole() ? key() : List.of(), text("clock").orElse(""), keys);
    List<Column> columns = new ArrayList<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      columns.add(reader.read(entry));
    }
    if (columns.isEmpty()) {
      fault("columns", "dataset.own.columns");
    }
    if (isWhole()) {
      refuseRoles(columns);
    }
    return columns;
  }

  private void refuseRoles(List<Column> columns) {
    Set<String> names = new TreeSet<>();
    columns.forEach(column -> names.add(column.name()));
    if (root.find("key").isPresent() && key().isEmpty()) {
      fault("key", "dataset.own.key-empty");
    }
    for (String name : key()) {
      if (!names.contains(name)) {
        fault("key", "dataset.own.no-column", name, Nearest.orAll(name, names));
      }
    }
    String clock = text("clock").orElse("");
    Optional<Column> dated =
        columns.stream().filter(column -> column.name().equals(clock)).findFirst();
    if (!clock.isEmpty() && dated.isEmpty()) {
      fault("clock", "dataset.own.no-column", clock, Nearest.orAll(clock, names));
    }
    if (dated.isPresent()
        && dated.orElseThrow().type() != ColumnType.DAY
        && dated.orElseThrow().type() != ColumnType.TIME) {
      fault("clock", "dataset.own.clock", clock);
    }
    boolean named = key().size() == 1 && columns.stream().anyMatch(this::isTextKey);
    if (root.find("entity").isPresent() && !named) {
      fault("entity", "dataset.own.entity-key");
    }
  }

  private boolean isTextKey(Column column) {
    return column.is(Trait.KEY) && column.type() == ColumnType.ID;
  }

  /** A text at the top of the file. */
  private Optional<String> text(String key) {
    Optional<YamlNode> node = root.find(key);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (node.orElseThrow() instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
      return Optional.of(scalar.text());
    }
    fault(key, "dataset.own.text", key);
    return Optional.empty();
  }

  Title meaning(YamlNode node) {
    return title(node, new Title("", ""));
  }

  List<String> words(YamlNode node) {
    return texts(node);
  }

  String file() {
    return file;
  }

  /** In the order of the file. */
  List<Message> faults() {
    return faults.stream()
        .sorted(Comparator.comparingInt(fault -> (Integer) fault.arguments().get(1)))
        .toList();
  }

  /** At the line of a key at the top of the file. */
  void fault(String key, String what, Object... arguments) {
    int line =
        root.entries().stream()
            .filter(entry -> entry.key().equals(key))
            .mapToInt(YamlNode.Entry::line)
            .findFirst()
            .orElse(root.line());
    fault(line, what, arguments);
  }

  void fault(Column column, String what, Object... arguments) {
    fault(column.findOrigin().map(Column.Origin::line).orElse(root.line()), what, arguments);
  }

  void fault(int line, String what, Object... arguments) {
    Message fault = Message.of("programme.fault", file, line, Message.of(what, arguments));
    // Some parts of a file are asked for twice.
    if (!faults.contains(fault)) {
      faults.add(fault);
    }
  }
}
