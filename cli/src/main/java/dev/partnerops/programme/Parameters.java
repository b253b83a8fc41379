package dev.partnerops.programme;

import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code params:}: puts the value of each parameter where {@code $name} stands as a whole value. A
 * parameter may use those above it. A plain replaced value takes the line it is used in, a table or
 * list keeps its own lines.
 */
final class Parameters {

  private static final Pattern USE = Pattern.compile("\\$[\\p{L}\\p{N}_.-]+");

  private final Faults faults;
  private final Map<String, YamlNode> values = new LinkedHashMap<>();
  private int parts;

  private Parameters(Faults faults) {
    this.faults = faults;
  }

  /** The file with all parameters replaced; unknown ones are reported and stay as they are. */
  static YamlNode.Mapping replace(YamlNode.Mapping root, Faults faults) {
    Parameters parameters = new Parameters(faults);
    if (root.find("params").orElse(null) instanceof YamlNode.Mapping params) {
      for (YamlNode.Entry param : params.entries()) {
        parameters.values.put(param.key(), parameters.replaced(param.value()));
      }
    }
    List<YamlNode.Entry> entries = new ArrayList<>();
    for (YamlNode.Entry entry : root.entries()) {
      boolean isParams = entry.key().equals("params");
      entries.add(isParams ? entry : parameters.replaced(entry));
    }
    return new YamlNode.Mapping(entries, root.line());
  }

  /**
   * The file with other values of parameters that it has.
   *
   * @param asked the file that sets them: one that is not there is a fault of that file
   */
  static YamlNode.Mapping set(YamlNode.Mapping root, Map<String, YamlNode> params, String asked) {
    if (params.isEmpty()) {
      return root;
    }
    List<YamlNode.Entry> known =
        root.find("params").orElse(null) instanceof YamlNode.Mapping own
            ? own.entries()
            : List.of();
    Faults faults = new Faults(asked);
    List<String> names = known.stream().map(YamlNode.Entry::key).toList();
    params.forEach((name, value) -> {
      if (!names.contains(name)) {
        faults.add(
            value.line(),
            names.isEmpty()
                ? Message.of("programme.test.params.none", name)
                : Message.of("programme.test.params", name, Nearest.orAll(name, names)));
      }
    });
    faults.throwIfAny();
    List<YamlNode.Entry> own = new ArrayList<>();
    for (YamlNode.Entry param : known) {
      YamlNode other = params.get(param.key());
      own.add(other == null ? param : new YamlNode.Entry(param.key(), param.line(), other));
    }
    List<YamlNode.Entry> entries = new ArrayList<>();
    for (YamlNode.Entry entry : root.entries()) {
      entries.add(
          entry.key().equals("params")
              ? new YamlNode.Entry("params", entry.line(), new YamlNode.Mapping(own, entry.line()))
              : entry);
    }
    return new YamlNode.Mapping(entries, root.line());
  }

  static boolean isParameter(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar
        && scalar.plain()
        && USE.matcher(scalar.text()).matches();
  }

  private YamlNode.Entry replaced(YamlNode.Entry entry) {
    return new YamlNode.Entry(entry.key(), entry.line(), replaced(entry.value()));
  }

  private YamlNode replaced(YamlNode node) {
    if (++parts > YamlFile.MAX_PARTS) {
      faults.add(node.line(), Message.of("programme.params.unfolded", YamlFile.MAX_PARTS));
      throw faults.asException();
    }
    return switch (node) {
      case YamlNode.Scalar scalar -> isParameter(scalar) ? value(scalar) : scalar;
      case YamlNode.Sequence(List<YamlNode> items, int line) ->
          new YamlNode.Sequence(items.stream().map(this::replaced).toList(), line);
      case YamlNode.Mapping(List<YamlNode.Entry> entries, int line) ->
          new YamlNode.Mapping(entries.stream().map(this::replaced).toList(), line);
    };
  }

  private YamlNode value(YamlNode.Scalar use) {
    String name = use.text().substring(1);
    YamlNode value = values.get(name);
    if (value == null) {
      List<String> near = Nearest.to(name, values.keySet());
      faults.add(
          use.line(),
          near.isEmpty()
              ? Message.of("programme.params.unknown", name)
              : Message.of("programme.params.unknown.near", name, String.join(", $", near)));
      return use;
    }
    return switch (value) {
      case YamlNode.Scalar(String text, boolean plain, int line) ->
          new YamlNode.Scalar(text, plain, use.line());
      case YamlNode.Sequence list -> replaced(list);
      case YamlNode.Mapping mapping -> replaced(mapping);
    };
  }
}
