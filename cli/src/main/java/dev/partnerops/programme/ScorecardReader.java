package dev.partnerops.programme;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Title;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code scorecard:}. */
final class ScorecardReader {

  private static final Fraction HUNDRED = Fraction.of(100);

  private final Readers readers;
  private final Reading reading;

  ScorecardReader(Readers readers) {
    this.readers = readers;
    this.reading = readers.reading();
  }

  Scorecard read(YamlNode node, String path) {
    Section section = new Section(reading, node, Shape.SCORECARD, path);
    List<Fraction> range = range(section);
    List<Scorecard.Kpi> kpis = new ArrayList<>();
    List<Scorecard.Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Section kpi : sections(section, "kpis", Shape.KPI)) {
      kpis.add(kpi(kpi, names));
    }
    for (Section entry : sections(section, "entries", Shape.ENTRY)) {
      entries.add(entry(entry, names));
    }
    if (node instanceof YamlNode.Mapping mapping
        && mapping.find("tracks").isEmpty()
        && !section.has("kpis")
        && !section.has("entries")) {
      reading.fault(node.line(), "scorecard.empty", path);
    }
    refuseWeights(kpis, section);
    return new Scorecard(
        range.isEmpty() ? null : range.get(0),
        range.isEmpty() ? null : range.get(1),
        section.number("start").orElse(Fraction.ZERO),
        kpis,
        entries,
        section.clause());
  }

  private List<Section> sections(Section section, String key, Shape shape) {
    List<Section> found = new ArrayList<>();
    Optional<YamlNode> node = section.find(key);
    if (node.isPresent()) {
      int index = 0;
      for (YamlNode item : reading.items(node.orElseThrow(), section.path(key))) {
        found.add(new Section(reading, item, shape, section.path(key) + "[" + index++ + "]"));
      }
    }
    return found;
  }

  /** Two numbers, the lower first; empty where there is no range. */
  private List<Fraction> range(Section section) {
    Optional<YamlNode> node = section.find("range");
    if (node.isEmpty()) {
      return List.of();
    }
    List<Fraction> range = new ArrayList<>();
    if (node.orElseThrow() instanceof YamlNode.Sequence(List<YamlNode> items, int line)) {
      for (YamlNode item : items) {
        if (item instanceof YamlNode.Scalar scalar) {
          scalar.findNumber().ifPresent(range::add);
        }
      }
      if (items.size() == 2 && range.size() == 2 && range.get(0).compareTo(range.get(1)) < 0) {
        return range;
      }
    }
    reading.wrong(node.orElseThrow(), section.path("range"), "range");
    return List.of();
  }

  private void refuseWeights(List<Scorecard.Kpi> kpis, Section section) {
    Fraction sum = Fraction.ZERO;
    for (Scorecard.Kpi kpi : kpis) {
      Optional<Fraction> weight = SettingReader.literalNumber(kpi.weight());
      if (weight.isEmpty()) {
        return;
      }
      sum = sum.plus(weight.orElseThrow());
    }
    if (!kpis.isEmpty() && sum.compareTo(HUNDRED) != 0) {
      reading.fault(section.line("kpis"), "scorecard.weights", section.path("kpis"), sum);
    }
  }

  private Scorecard.Kpi kpi(Section section, Set<String> names) {
    Metric.Use metric = readers.metrics().use(section);
    String name = section.name("kpi").orElse(metric.label());
    refuseSecond(names, name, section, section.has("kpi") ? "kpi" : "metric");
    if (section.has("curve") == section.has("steps")) {
      reading.fault(section.clause().line(), "kpi.curve", section.clause().path());
    }
    boolean canBeMissing = readers.metrics().canBeMissing(metric.metric());
    if (canBeMissing && !section.has("missing")) {
      reading.fault(
          section.line("metric"), "missing.required", section.clause().path(), metric.label());
    }
    return new Scorecard.Kpi(
        name,
        metric,
        readers.settings().read(section, "weight", SettingReader.Kind.NUMBER),
        new CurveReader(readers).read(section),
        steps(section),
        floor(section),
        missing(section),
        readers.conditions().find(section, "require"),
        title(section, metric),
        section.clause());
  }

  private static @Nullable Title title(Section section, Metric.Use metric) {
    return section.has("title") ? section.title("title") : metric.title();
  }

  private void refuseSecond(Set<String> names, String name, Section section, String key) {
    if (!name.isEmpty() && !names.add(name)) {
      reading.fault(section.line(key), "name.twice", name, section.clause().path());
    }
  }

  private Scorecard.@Nullable Missing missing(Section section) {
    if (!section.has("missing")
        || section.isUnbuilt("missing", List.of("full", "fail"), List.of("zero", "reweight"))) {
      return null;
    }
    Optional<String> word = section.word("missing", "zero", "reweight");
    return word.isPresent() && word.orElseThrow().equals("reweight")
        ? Scorecard.Missing.REWEIGHT
        : Scorecard.Missing.ZERO;
  }

  private List<Scorecard.Step> steps(Section section) {
    List<Scorecard.Step> steps = new ArrayList<>();
    for (Section step : sections(section, "steps", Shape.STEP)) {
      steps.add(
          new Scorecard.Step(
              readers.comparisons().required(step),
              readers.settings().read(step, "percent", SettingReader.Kind.PERCENT),
              step.clause()));
    }
    return steps;
  }

  private List<Condition.Comparison> floor(Section section) {
    Optional<YamlNode> node = section.find("floor");
    return node.isEmpty()
        ? List.of()
        : readers
            .comparisons()
            .required(
                new Section(reading, node.orElseThrow(), Shape.COMPARISONS, section.path("floor")));
  }

  private Scorecard.Entry entry(Section section, Set<String> names) {
    String name = section.name("entry").orElse("");
    refuseSecond(names, name, section, "entry");
    if (section.has("metric") == section.has("when")) {
      reading.fault(section.clause().line(), "entry.metric", section.clause().path());
    }
    for (String key : List.of("window", "only", "except", "with", "of", "per")) {
      if (section.has("when") && section.has(key)) {
        reading.fault(section.line(key), "entry.when", section.clause().path(), key);
      }
    }
    return new Scorecard.Entry(
        name,
        section.has("metric") ? readers.metrics().use(section) : null,
        readers.conditions().find(section, "when"),
        readers.settings().find(section, "per", SettingReader.Kind.NUMBER),
        readers.settings().read(section, "points", SettingReader.Kind.NUMBER),
        readers.settings().find(section, "limit", SettingReader.Kind.NUMBER),
        Scorecard.Missing.ZERO,
        null,
        section.title("title"),
        section.clause());
  }
}
