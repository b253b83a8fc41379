package dev.partnerops.programme;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads windows, and {@code windows:}, the names a file gives them. */
final class WindowReader {

  private static final Window STAND_IN = new Window.OfPeriod(0);

  private final Reading reading;
  private final BiFunction<YamlNode, String, Condition> conditions;
  private final Map<String, YamlNode> definitions = new LinkedHashMap<>();
  private final Map<String, Window> read = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  /**
   * Takes the file's {@code windows:}; they are read when first used, or by {@link #readAll()}.
   *
   * @param conditions reads what chooses among windows, at a path
   */
  WindowReader(
      Reading reading,
      Collection<YamlNode.Entry> windows,
      BiFunction<YamlNode, String, Condition> conditions) {
    this.reading = reading;
    this.conditions = conditions;
    for (YamlNode.Entry window : windows) {
      definitions.put(window.key(), window.value());
      if (WindowWords.window(window.key()).isPresent()) {
        reading.fault(window.line(), "window.reserved", window.key());
      }
    }
  }

  /** Reads another file of the workspace, which knows none of the names of this one. */
  static WindowReader unnamed(Reading file, BiFunction<YamlNode, String, Condition> conditions) {
    return new WindowReader(file, List.of(), conditions);
  }

  /** Reads every named window, so that faults of unused ones are found too. */
  void readAll() {
    for (Map.Entry<String, YamlNode> window : definitions.entrySet()) {
      named(window.getKey(), window.getValue().line());
    }
  }

  Window read(YamlNode node, String path) {
    return switch (node) {
      case YamlNode.Scalar scalar -> words(scalar, path);
      case YamlNode.Mapping mapping -> parts(mapping, path);
      case YamlNode.Sequence list -> {
        reading.wrong(list, path, "window");
        yield STAND_IN;
      }
    };
  }

  private Window words(YamlNode.Scalar scalar, String path) {
    Optional<Window> window = WindowWords.window(scalar.text());
    if (window.isPresent()) {
      checkField(window.orElseThrow(), scalar.line());
      return window.orElseThrow();
    }
    if (definitions.containsKey(scalar.text())) {
      return named(scalar.text(), scalar.line());
    }
    if (scalar.text().contains(" ") || scalar.isNull() || definitions.isEmpty()) {
      reading.wrong(scalar, path, "window");
    } else if (!Parameters.isParameter(scalar)) {
      reading.unknown(scalar.line(), "window.unknown", scalar.text(), definitions.keySet());
    }
    return STAND_IN;
  }

  private void checkField(Window window, int line) {
    if (window instanceof Window.Since(String field)) {
      reading.field(line, field);
    } else if (window instanceof Window.FirstFrom(Length length, String field)) {
      reading.field(line, field);
    }
  }

  private Window named(String name, int line) {
    Window known = read.get(name);
    if (known != null) {
      return known;
    }
    YamlNode definition = definitions.get(name);
    if (definition == null || !open.add(name)) {
      reading.fault(line, "circle", "windows." + name);
      return STAND_IN;
    }
    Window window = read(definition, "windows." + name);
    open.remove(name);
    read.put(name, window);
    return window;
  }

  private Window parts(YamlNode.Mapping mapping, String path) {
    if (mapping.find("when").isPresent()) {
      return choice(new Section(reading, mapping, Shape.WINDOW_CHOICE, path));
    }
    if (mapping.find("window").isPresent()) {
      return shifted(new Section(reading, mapping, Shape.WINDOW_SHIFT, path));
    }
    Section section = new Section(reading, mapping, Shape.WINDOW_RANGE, path);
    Optional<Window.DayPoint> from = day(section, "from");
    Optional<Window.DayPoint> to = day(section, "to");
    return from.isEmpty() || to.isEmpty()
        ? STAND_IN
        : new Window.FromTo(from.orElseThrow(), to.orElseThrow());
  }

  private Window choice(Section section) {
    Condition when = conditions.apply(section.find("when").orElseThrow(), section.path("when"));
    return new Window.Choice(when, either(section, "then"), either(section, "else"));
  }

  private Window either(Section section, String key) {
    return section.find(key).map(node -> read(node, section.path(key))).orElse(STAND_IN);
  }

  private Window shifted(Section section) {
    Window window = read(section.find("window").orElseThrow(), section.path("window"));
    Optional<Length> back = section.text("back").flatMap(WindowWords::length);
    if (section.has("back") && back.isEmpty()) {
      reading.wrong(section.find("back").orElseThrow(), section.path("back"), "length");
    }
    Optional<LocalDate> notBefore = section.day("not_before");
    Optional<LocalDate> notAfter = section.day("not_after");
    return new Window.Shifted(
        window, back.orElse(null), notBefore.orElse(null), notAfter.orElse(null));
  }

  private Optional<Window.DayPoint> day(Section section, String key) {
    Optional<YamlNode> node = section.find(key);
    return node.isEmpty() ? Optional.empty() : day(node.orElseThrow(), section.path(key));
  }

  /** A day of a window or a comparison; empty where it is none, which is then reported. */
  Optional<Window.DayPoint> day(YamlNode node, String path) {
    Optional<Window.DayPoint> day =
        node instanceof YamlNode.Scalar scalar && !scalar.isNull()
            ? WindowWords.day(scalar.text())
            : Optional.empty();
    if (day.isEmpty()) {
      reading.wrong(node, path, "day.point");
      return day;
    }
    String field = day.orElseThrow().field();
    if (field != null) {
      reading.field(node.line(), field);
    }
    return day;
  }
}
