package dev.partnerops.programme;

import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.SourceLine;
import dev.partnerops.model.Title;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What all readers of one policy file share. A reader that meets a fault reports it here and goes
 * on with a harmless stand-in, so that everything wrong is found at once; a programme with a fault
 * is never handed out.
 */
final class Reading {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,63}");

  private final Faults faults;
  private final EntityKind entity;
  private final MetricNames names;

  Reading(Faults faults, EntityKind entity, MetricNames names) {
    this.faults = faults;
    this.entity = entity;
    this.names = names;
  }

  /** Reads another file of the same workspace for the same programme. */
  Reading of(String file) {
    return new Reading(faults.of(file), entity, names);
  }

  /** A clause as messages name it: {@code p.yaml:6: metrics.growth}. */
  String place(Clause clause) {
    return new SourceLine(faults.file(), clause.line()) + ": " + clause.path();
  }

  EntityKind entity() {
    return entity;
  }

  MetricNames names() {
    return names;
  }

  void fault(int line, String key, Object... arguments) {
    Object[] said =
        Arrays.stream(arguments)
            .map(argument -> argument instanceof Message ? argument : String.valueOf(argument))
            .toArray();
    faults.add(line, Message.of("programme." + key, said));
  }

  void fault(int line, Message what) {
    faults.add(line, what);
  }

  /** Something of the wrong type; a parameter that could not be replaced was already reported. */
  void wrong(YamlNode node, String path, String expected) {
    if (!Parameters.isParameter(node)) {
      String written = node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
      switch (node) {
        case YamlNode.Scalar scalar when scalar.isNull() ->
            fault(node.line(), "type.nothing", path, Message.of("programme.expected." + expected));
        case YamlNode.Scalar scalar ->
            fault(
                node.line(),
                "type.scalar",
                path,
                written,
                Message.of("programme.expected." + expected));
        case YamlNode.Sequence list ->
            fault(node.line(), "type.list", path, Message.of("programme.expected." + expected));
        case YamlNode.Mapping mapping ->
            fault(node.line(), "type.mapping", path, Message.of("programme.expected." + expected));
      }
    }
  }

  /** A name that is none of the known ones; says the nearest, or all of them where none is near. */
  void unknown(int line, String key, String name, Collection<String> known) {
    List<String> near = Nearest.to(name, known);
    if (!near.isEmpty()) {
      fault(line, key, name, Message.of("programme.near", String.join(", ", near)));
    } else if (known.isEmpty()) {
      fault(line, key, name, Message.of("programme.known.none"));
    } else {
      fault(line, key, name, Message.of("programme.known", String.join(", ", known)));
    }
  }

  /** Reports a field that the entity has not, where its fields are known. */
  void field(int line, String name) {
    fieldOr(line, name, Set.of());
  }

  /** The same where words stand beside fields: the words may be what was meant. */
  void fieldOr(int line, String name, Set<String> words) {
    Collection<String> fields = names.fields(entity);
    if (!fields.isEmpty() && !fields.contains(name) && !words.contains(name)) {
      Set<String> known = new TreeSet<>(fields);
      known.addAll(words);
      unknown(line, "field.unknown", name, known);
    }
  }

  /** Reports what is neither that word nor a field of the entity that holds a day. */
  void day(int line, String name, String word) {
    fieldOr(line, name, Set.of(word));
    if (names.fields(entity).contains(name) && !names.isDay(entity, name)) {
      fault(line, "field.day", name, word);
    }
  }

  /** Reports a column that names no other entity, or a field which that one has not. */
  void fieldThrough(int line, int throughLine, String name, String through) {
    Map<String, EntityKind> links = names.links(entity);
    EntityKind other = links.get(through);
    if (other == null) {
      unknown(throughLine, "through.unknown", through, new TreeSet<>(links.keySet()));
    } else if (!names.fields(other).contains(name)) {
      unknown(line, "field.unknown", name, new TreeSet<>(names.fields(other)));
    }
  }

  /** A plain text; empty where it is none, which is then reported. */
  Optional<String> text(YamlNode node, String path) {
    if (node instanceof YamlNode.Scalar scalar
        && !scalar.isNull()
        && !Parameters.isParameter(node)) {
      return Optional.of(scalar.text());
    }
    wrong(node, path, "text");
    return Optional.empty();
  }

  /** A name: letters, digits, {@code _ . -}; empty where it is none, which is then reported. */
  Optional<String> name(YamlNode node, String path) {
    Optional<String> text = text(node, path);
    if (text.isPresent() && !isName(text.orElseThrow())) {
      wrong(node, path, "name");
      return Optional.empty();
    }
    return text;
  }

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** One name or a list of names. */
  List<String> namesIn(YamlNode node, String path) {
    if (!(node instanceof YamlNode.Sequence)) {
      return name(node, path).stream().toList();
    }
    List<String> found = new ArrayList<>();
    int index = 0;
    for (YamlNode item : items(node, path)) {
      name(item, path + "[" + index++ + "]").ifPresent(found::add);
    }
    return found;
  }

  /**
   * The items of a list that is not empty; none where it is no such list, which is then reported.
   */
  List<YamlNode> items(YamlNode node, String path) {
    if (node instanceof YamlNode.Sequence list && !list.items().isEmpty()) {
      return list.items();
    }
    if (node instanceof YamlNode.Sequence) {
      fault(node.line(), "list.empty", path);
    } else {
      wrong(node, path, "list");
    }
    return List.of();
  }

  /** The entries of a mapping whose keys are names the author chose. */
  List<YamlNode.Entry> entries(YamlNode node, String path) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      wrong(node, path, "mapping");
      return List.of();
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      if (!isName(entry.key())) {
        fault(entry.line(), "name.bad", path, entry.key());
      }
    }
    return mapping.entries();
  }

  /** {@code {en:, zh:}}, at least one of them; the one not given is the other. */
  @Nullable Title title(YamlNode node, String path) {
    Section section = new Section(this, node, Shape.TITLE, path);
    String en = section.text("en").orElse("");
    String zh = section.text("zh").orElse("");
    if (node instanceof YamlNode.Mapping && en.isEmpty() && zh.isEmpty()) {
      fault(node.line(), "title.empty", path);
    }
    return new Title(en.isEmpty() ? zh : en, zh.isEmpty() ? en : zh);
  }
}
