package dev.partnerops.programme;

import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.Title;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** The keys that say what a name stands for: one of them stands in its definition. */
  static final List<String> KINDS = List.of("metric", "field", "expr", "figure");

  private final Reading reading;
  private final Source ownFile;
  private final String programme;
  private final List<String> own = new ArrayList<>();
  private final Map<String, Definition> definitions = new LinkedHashMap<>();
  private final Map<String, Metric.Use> read = new LinkedHashMap<>();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * @param programme the id of the file's own programme
   * @param metrics the entries of {@code metrics:}
   */
  MetricReader(
      Reading reading, WindowReader windows, String programme, Collection<YamlNode.Entry> metrics) {
    this.reading = reading;
    this.ownFile = new Source(reading, new ReferenceReader(reading, windows));
    this.programme = programme;
    Map<String, SharedMetric> shared = reading.names().shared();
    for (YamlNode.Entry metric : metrics) {
      String name = metric.key();
      own.add(name);
      definitions.put(name, new Definition(ownFile, metric.value()));
      if (name.contains(".") || MetricName.result(name).isPresent()) {
        reading.fault(metric.line(), "metric.reserved", name);
      }
      SharedMetric other = shared.get(name);
      if (other != null) {
        reading.fault(metric.line(), "metric.taken", name, other.file());
      }
    }
    shared.forEach((name, metric) -> definitions.computeIfAbsent(name, none -> definition(metric)));
  }

  /** How the file is read that something stands in. */
  private record Source(Reading reading, ReferenceReader references) {}

  /** What a name stands for. */
  private record Definition(Source in, YamlNode node) {}

  /** Windows that a programme names are its own. */
  private Definition definition(SharedMetric metric) {
    Reading file = reading.of(metric.file());
    WindowReader windows = WindowReader.unnamed(file, (node, path) -> condition(file, node, path));
    return new Definition(
        new Source(file, new ReferenceReader(file, windows)), metric.definition());
  }

  private Condition condition(Reading file, YamlNode node, String path) {
    WindowReader windows = WindowReader.unnamed(file, (inner, at) -> condition(file, inner, at));
    return new ConditionReader(file, windows, this, null).read(node, path);
  }

  /** All metrics of {@code metrics:}, in the order of the file. */
  Map<String, Metric.Use> readAll() {
    Map<String, Metric.Use> inOrder = new LinkedHashMap<>();
    own.forEach(name -> inOrder.put(name, named(name)));
    return Collections.unmodifiableMap(inOrder);
  }

  private Metric.Use named(String name) {
    Metric.Use known = read.get(name);
    Definition definition = definitions.get(name);
    if (known != null || definition == null) {
      return known == null ? standIn(new Clause(name, 1)) : known;
    }
    open.push(name);
    Metric.Use use = definition(name, definition);
    open.pop();
    read.put(name, use);
    return use;
  }

  private Metric.Use definition(String name, Definition definition) {
    String path = "metrics." + name;
    YamlNode node = definition.node();
    Reading file = definition.in().reading();
    List<String> kinds =
        node instanceof YamlNode.Mapping mapping
            ? KINDS.stream().filter(kind -> mapping.find(kind).isPresent()).toList()
            : List.of();
    if (kinds.size() > 1) {
      file.fault(node.line(), "metric.kinds", path);
      return standIn(new Clause(path, node.line()));
    }
    return switch (kinds.isEmpty() ? "metric" : kinds.getFirst()) {
      case "field" -> field(name, new Section(file, node, Shape.FIELD_METRIC, path));
      case "expr" -> derived(name, new Section(file, node, Shape.DERIVED_METRIC, path), file);
      case "figure" ->
          figure(name, new Section(file, node, Shape.FIGURE_METRIC, path), definition.in());
      default -> {
        Section section = new Section(file, node, Shape.REFERENCE, path);
        Metric.Use use = use(section, definition.in());
        yield new Metric.Use(name, use.metric(), use.title(), section.clause(), use.decimals());
      }
    };
  }

  private static Metric.Use field(String name, Section section) {
    Metric field = new Metric.OfField(section.fieldThrough("field").orElse(""));
    return new Metric.Use(
        name, field, section.title("title"), section.clause(), Metric.Use.AS_IT_IS);
  }

  private Metric.Use derived(String name, Section section, Reading file) {
    Clause clause = new Clause(section.clause().path(), section.line("expr"));
    Expression expression =
        section
            .text("expr")
            .flatMap(text -> ExpressionParser.parse(file, clause, text))
            .orElseGet(() -> new Expression.Constant(Value.of(0)));
    Map<String, Metric.Use> names = new LinkedHashMap<>();
    for (String part : Expressions.names(expression)) {
      names.put(part, part(part, clause, file));
    }
    Metric metric = new Metric.Derived(expression, names, file.place(clause));
    return new Metric.Use(name, metric, section.title("title"), section.clause(), decimals(metric));
  }

  /** A name in an expression: one of {@code metrics:}, or the parts of one that is a rate. */
  private Metric.Use part(String name, Clause clause, Reading file) {
    String base = MetricName.base(name);
    if (!definitions.containsKey(base)) {
      boolean known =
          file.names().isKnown(base, file.entity()) || MetricName.result(name).isPresent();
      if (known) {
        file.fault(clause.line(), "expr.unnamed", name);
      } else {
        file.unknown(clause.line(), "expr.unknown", name, definitions.keySet());
      }
      return standIn(clause);
    }
    if (open.contains(base)) {
      file.fault(clause.line(), "circle", "metrics." + base);
      return standIn(clause);
    }
    Metric.Use definition = named(base);
    Metric metric = partOf(definition.metric(), name, clause, file);
    return new Metric.Use(name, metric, definition.title(), definition.clause(), decimals(metric));
  }

  private Metric.Use figure(String name, Section section, Source in) {
    Unit unit = section.word("figure", Unit.NUMBER);
    MetricReference.Take take = section.word("take", MetricReference.Take.LATEST);
    if (!take.fits(unit)) {
      List<String> fitting =
          Arrays.stream(MetricReference.Take.values())
              .filter(each -> each.fits(unit))
              .map(MetricReference.Take::word)
              .toList();
      in.reading()
          .fault(
              section.line("take"),
              "figure.take",
              section.clause().path(),
              take.word(),
              unit.word(),
              String.join(", ", fitting));
    }
    Metric metric =
        new Metric.Measured(
            MetricReference.ofFigure(name, in.references().window(section), unit, take));
    return new Metric.Use(name, metric, section.title("title"), section.clause(), decimals(metric));
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
    return use(section, ownFile);
  }

  private Metric.Use use(Section section, Source in) {
    Optional<String> name = section.name("metric");
    if (name.isEmpty()) {
      return standIn(section.clause());
    }
    Title titled = section.title("title");
    Metric metric = metric(name.orElseThrow(), section, in);
    Metric.Use definition = read.get(MetricName.base(name.orElseThrow()));
    Title title = titled == null && definition != null ? definition.title() : titled;
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

  private Metric metric(String name, Section section, Source in) {
    Optional<Metric.Result> result = MetricName.result(name);
    if (result.isPresent()) {
      Metric.Result own = result.orElseThrow();
      refuseNarrowing(name, section, in.reading());
      return new Metric.Result(own.kind(), own.name(), of(section));
    }
    if (section.has("of")) {
      in.reading().fault(section.line("of"), "metric.of", name);
    }
    String base = MetricName.base(name);
    if (!definitions.containsKey(base) || base.equals(open.peek())) {
      return measured(name, section, in);
    }
    if (open.contains(base)) {
      in.reading().fault(section.line("metric"), "circle", "metrics." + base);
      return standIn(section.clause()).metric();
    }
    refuseNarrowing(base, section, in.reading());
    Clause clause = new Clause(section.clause().path(), section.line("metric"));
    return partOf(named(base).metric(), name, clause, in.reading());
  }

  /** The other programme whose result is asked for; absent for this one's. */
  @Nullable String of(Section section) {
    Optional<String> of = section.name("of");
    if (of.isPresent() && of.orElseThrow().equals(programme)) {
      reading.fault(section.line("of"), "of.itself", section.path("of"));
    }
    return of.isPresent() ? of.orElseThrow() : null;
  }

  private static void refuseNarrowing(String name, Section section, Reading file) {
    for (String key : NARROWED) {
      if (section.has(key)) {
        file.fault(section.line(key), "metric.narrowed", name, key);
      }
    }
  }

  private Metric partOf(Metric definition, String name, Clause clause, Reading file) {
    MetricReference.Part part = MetricName.part(name);
    if (part == MetricReference.Part.WHOLE) {
      return definition;
    }
    if (definition instanceof Metric.Measured(MetricReference whole) && hasParts(whole)) {
      return new Metric.Measured(whole.withPart(part));
    }
    file.fault(clause.line(), "metric.part", name);
    return standIn(clause).metric();
  }

  private boolean hasParts(MetricReference whole) {
    MetricReference.Figure figure = whole.figure();
    if (figure != null) {
      return figure.unit() == Unit.RATE;
    }
    MetricReference part = whole.withPart(MetricReference.Part.NUMERATOR);
    return whole.part() == MetricReference.Part.WHOLE
        && (reading.names().problem(part, reading.entity()).isEmpty()
            || reading.names().problem(whole, reading.entity()).isPresent());
  }

  private Metric measured(String name, Section section, Source in) {
    String base = MetricName.base(name);
    MetricReference reference = in.references().read(base, MetricName.part(name), section);
    Optional<Message> problem = reading.names().problem(reference, reading.entity());
    if (problem.isPresent()) {
      List<String> near =
          Nearest.to(base, definitions.keySet()).stream()
              .filter(each -> !each.equals(base))
              .toList();
      boolean mistyped = !near.isEmpty() && !reading.names().isKnown(base, reading.entity());
      in.reading()
          .fault(
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
      case Metric.Derived derived -> DerivedDecimals.of(derived.expression(), derived.names());
    };
  }

  /**
   * RULES 12: rates, averages, first days; a field; a score of what was not rated; what hangs on a
   * field.
   */
  boolean canBeMissing(Metric metric) {
    return switch (metric) {
      case Metric.Measured(MetricReference reference) ->
          canBeMissing(reference) || Windows.hangsOnField(reference.window());
      case Metric.OfField field -> true;
      case Metric.Result result -> result.kind() != Metric.Result.Kind.GRANTED;
      case Metric.Derived derived ->
          Expressions.canBeMissing(
              derived.expression(),
              name -> {
                Metric.Use part = derived.names().get(name);
                return part == null || canBeMissing(part.metric());
              });
    };
  }

  private boolean canBeMissing(MetricReference reference) {
    MetricReference.Figure figure = reference.figure();
    return figure != null
        ? figure.canBeMissing(reference.part())
        : reference.part() == MetricReference.Part.WHOLE
            && reading.names().canBeMissing(reference.name());
  }
}
