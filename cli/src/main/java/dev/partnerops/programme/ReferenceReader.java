package dev.partnerops.programme;

import dev.partnerops.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads what narrows a catalogue metric: its window, {@code only}, {@code except}, {@code with} and
 * {@code through}.
 */
final class ReferenceReader {

  private static final Map<String, List<String>> KNOWN_WORDS =
      Map.of(
          "channel", List.of("live", "video", "shop", "other"),
          "hot", List.of("true", "false"),
          "pool", List.of("true", "false"));

  private final Reading reading;
  private final WindowReader windows;

  ReferenceReader(Reading reading, WindowReader windows) {
    this.reading = reading;
    this.windows = windows;
  }

  MetricReference read(String name, MetricReference.Part part, Section section) {
    return new MetricReference(
        name,
        part,
        window(section),
        dimensions(section, "only"),
        dimensions(section, "except"),
        parameters(section),
        section.has("through") ? section.name("through").orElse("") : null);
  }

  /** The days asked for; the period where nothing is said. */
  Window window(Section section) {
    return section
        .find("window")
        .map(node -> windows.read(node, section.path("window")))
        .orElseGet(() -> new Window.OfPeriod(0));
  }

  private SortedMap<String, List<String>> dimensions(Section section, String key) {
    SortedMap<String, List<String>> found = new TreeMap<>();
    Optional<YamlNode> node = section.find(key);
    if (node.isEmpty()) {
      return Collections.unmodifiableSortedMap(found);
    }
    Set<String> own = reading.names().dimensions();
    Section dimensions =
        new Section(reading, node.orElseThrow(), Shape.DIMENSIONS, own, section.path(key));
    List<String> names = new ArrayList<>(Shape.DIMENSIONS.keys());
    names.addAll(own);
    for (String dimension : names) {
      Optional<YamlNode> value = dimensions.find(dimension);
      if (value.isPresent()) {
        String path = dimensions.path(dimension);
        List<String> words = texts(value.orElseThrow(), path);
        found.put(dimension, words);
        refuseUnknown(dimension, words, path, dimensions.line(dimension));
      }
    }
    return Collections.unmodifiableSortedMap(found);
  }

  private List<String> texts(YamlNode node, String path) {
    if (!(node instanceof YamlNode.Sequence)) {
      return reading.text(node, path).stream().toList();
    }
    List<String> found = new ArrayList<>();
    int index = 0;
    for (YamlNode item : reading.items(node, path)) {
      reading.text(item, path + "[" + index++ + "]").ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private void refuseUnknown(String dimension, List<String> words, String path, int line) {
    List<String> known = KNOWN_WORDS.get(dimension);
    for (String word : words) {
      if (known != null && !known.contains(word)) {
        reading.fault(line, "word.unknown", path, word, String.join(", ", known));
      }
    }
  }

  private SortedMap<String, List<Value>> parameters(Section section) {
    SortedMap<String, List<Value>> found = new TreeMap<>();
    Optional<YamlNode> node = section.find("with");
    if (node.isPresent()) {
      String path = section.path("with");
      for (YamlNode.Entry entry : reading.entries(node.orElseThrow(), path)) {
        found.put(entry.key(), values(entry.value(), path + "." + entry.key()));
      }
    }
    return Collections.unmodifiableSortedMap(found);
  }

  private List<Value> values(YamlNode node, String path) {
    List<YamlNode> items =
        node instanceof YamlNode.Sequence ? reading.items(node, path) : List.of(node);
    List<Value> values = new ArrayList<>();
    for (YamlNode item : items) {
      if (reading.text(item, path).isPresent() && item instanceof YamlNode.Scalar scalar) {
        values.add(scalar.value());
      }
    }
    return List.copyOf(values);
  }
}
