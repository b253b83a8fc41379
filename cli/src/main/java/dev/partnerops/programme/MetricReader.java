package dev.partnerops.programme;

import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.Title;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads references to metrics, and {@code metrics:}, the names a file gives them. */
final class MetricReader {

  private static final List<String> NARROWED =
      List.of("window", "only", "except", "with", "through");

  private static final int DERIVED_DECIMALS = 6;

  private final Reading reading;
  private final ReferenceReader references;
  private final String programme;
  private final Map<String, YamlNode.Entry> definitions = new LinkedHashMap<>();
  private final Map<String, Metric.Use> read = new LinkedHashMap<>();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * @param programme the id of the file's own programme
   * @param metrics the entries of {@code metrics:}
   */
  MetricReader(
      Reading reading, WindowReader windows, String programme, Collection<YamlNode.Entry> metrics) {
    this.reading = reading;
    this.references = new ReferenceReader(reading, windows);
    this.programme = programme;
    for (YamlNode.Entry metric : metrics) {
      definitions.put(metric.key(), metric);
      if (metric.key().contains(".") || MetricName.result(metric.key()).isPresent()) {
        reading.fault(metric.line(), "metric.reserved", metric.key());
      }
    }
  }

  /** All metrics of {@code metrics:}, in the order of the file. */
  Map<String, Metric.Use> readAll() {
    Map<String, Metric.Use> inOrder = new LinkedHashMap<>();
    definitions.forEach((name, entry) -> inOrder.put(name, named(name, entry)));
    return Collections.unmodifiableMap(inOrder);
  }

  private Metric.Use named(String name, YamlNode.Entry definition) {
    Metric.Use known = read.get(name);
    if (known != null) {
      return known;
    }
    open.push(name);
    Metric.Use use = definition(name, definition.value());
    open.pop();
    read.put(name, use);
    return use;
  }

  private Metric.Use definition(String name, YamlNode node) {
    String path = "metrics." + name;
    if (node instanceof YamlNode.Mapping mapping && mapping.find("metric").isEmpty()) {
      for (String unbuilt : List.of("expr", "figure")) {
        if (mapping.find(unbuilt).isPresent()) {
          reading.fault(mapping.line(), "unbuilt.metric", unbuilt, path);
          return standIn(new Clause(path, node.line()));
        }
      }
      if (mapping.find("field").isPresent()) {
        Section section = new Section(reading, node, Shape.FIELD_METRIC, path);
        Metric field = new Metric.OfField(section.fieldThrough("field").orElse(""));
        return new Metric.Use(
            name, field, section.title("title"), section.clause(), Metric.Use.AS_IT_IS);
      }
    }
    Section section = new Section(reading, node, Shape.REFERENCE, path);
    Metric.Use use = use(section);
    return new Metric.Use(name, use.metric(), use.title(), section.clause(), use.decimals());
  }

  /** The metric of a reference that stands under a key. */
  Metric.Use use(Section section, String key) {
    Optional<YamlNode> node = section.find(key);
    return node.isEmpty()
        ? standIn(section.clause(key))
        : use(new Section(reading, node.orElseThrow(), Shape.REFERENCE, section.path(key)));
  }

  /** The metric of a section that is a reference or has its keys among others. */
  Metric.Use use(Section section) {
    Optional<String> name = section.name("metric");
    if (name.isEmpty()) {
      return standIn(section.clause());
    }
    Title own = section.title("title");
    Metric metric = metric(name.orElseThrow(), section);
    Metric.Use definition = read.get(MetricName.base(name.orElseThrow()));
    Title title = own == null && definition != null ? definition.title() : own;
    return new Metric.Use(name.orElseThrow(), metric, title, section.clause(), decimals(metric));
  }

  /**
   * Stands where a faulty reference does; counts as never missing, so that no second fault follows.
   */
  private static Metric.Use standIn(Clause clause) {
    MetricReference nothing =
        new MetricReference(
            "",
            MetricReference.Part.NUMERATOR,
            new Window.OfPeriod(0),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            null);
    return new Metric.Use("", new Metric.Measured(nothing), null, clause, Metric.Use.AS_IT_IS);
  }

  private Metric metric(String name, Section section) {
    Optional<Metric.Result> result = MetricName.result(name);
    if (result.isPresent()) {
      return result(result.orElseThrow(), name, section);
    }
    if (section.has("of")) {
      reading.fault(section.line("of"), "metric.of", name);
    }
    String base = MetricName.base(name);
    YamlNode.Entry definition = definitions.get(base);
    if (definition == null || base.equals(open.peek())) {
      return measured(name, section);
    }
    if (open.contains(base)) {
      reading.fault(section.line("metric"), "circle", "metrics." + base);
      return standIn(section.clause()).metric();
    }
    refuseNarrowing(base, section);
    return partOf(named(base, definition).metric(), name, section);
  }

  private Metric result(Metric.Result own, String name, Section section) {
    refuseNarrowing(name, section);
    String of = of(section);
    if (of != null && own.kind() != Metric.Result.Kind.SCORE) {
      reading.fault(section.line("of"), "unbuilt.of", name);
    }
    return new Metric.Result(own.kind(), own.name(), of);
  }

  /** The other programme whose result is asked for; absent for this one's. */
  @Nullable String of(Section section) {
    Optional<String> of = section.name("of");
    if (of.isPresent() && of.orElseThrow().equals(programme)) {
      reading.fault(section.line("of"), "of.itself", section.path("of"));
    }
    return of.isPresent() ? of.orElseThrow() : null;
  }

  private void refuseNarrowing(String name, Section section) {
    for (String key : NARROWED) {
      if (section.has(key)) {
        reading.fault(section.line(key), "metric.narrowed", name, key);
      }
    }
  }

  private Metric partOf(Metric definition, String name, Section section) {
    MetricReference.Part part = MetricName.part(name);
    if (part == MetricReference.Part.WHOLE) {
      return definition;
    }
    if (definition instanceof Metric.Measured(MetricReference whole)
        && whole.part() == MetricReference.Part.WHOLE) {
      return new Metric.Measured(
          new MetricReference(
              whole.name(),
              part,
              whole.window(),
              whole.only(),
              whole.except(),
              whole.with(),
              whole.through()));
    }
    reading.fault(section.line("metric"), "metric.part", name);
    return standIn(section.clause()).metric();
  }

  private Metric measured(String name, Section section) {
    String base = MetricName.base(name);
    MetricReference reference = references.read(base, MetricName.part(name), section);
    Optional<Message> problem = reading.names().problem(reference, reading.entity());
    if (problem.isPresent()) {
      List<String> near =
          Nearest.to(base, definitions.keySet()).stream().filter(own -> !own.equals(base)).toList();
      boolean mistyped = !near.isEmpty() && !reading.names().isKnown(base, reading.entity());
      reading.fault(
          section.line("metric"),
          mistyped
              ? Message.of(
                  "programme.metric.unknown.near",
                  base,
                  reading.entity().word(),
                  String.join(", ", near))
              : problem.orElseThrow());
    }
    return new Metric.Measured(reference);
  }

  /** RULES 22: scores, points and money two, ranks whole. */
  private int decimals(Metric metric) {
    return switch (metric) {
      case Metric.Measured(MetricReference reference) ->
          reading.names().decimals(reference, reading.entity());
      case Metric.OfField field -> Metric.Use.AS_IT_IS;
      case Metric.Result result -> result.kind() == Metric.Result.Kind.RANK ? 0 : 2;
      case Metric.Derived derived -> DERIVED_DECIMALS;
    };
  }

  /**
   * RULES 12: rates, averages, first days; a field; a score of what was not rated; what hangs on a
   * field.
   */
  boolean canBeMissing(Metric metric) {
    return switch (metric) {
      case Metric.Measured(MetricReference reference) ->
          (reference.part() == MetricReference.Part.WHOLE
                  && reading.names().canBeMissing(reference.name()))
              || Windows.hangsOnField(reference.window());
      case Metric.OfField field -> true;
      case Metric.Result result -> result.kind() != Metric.Result.Kind.GRANTED;
      case Metric.Derived derived -> true;
    };
  }
}
