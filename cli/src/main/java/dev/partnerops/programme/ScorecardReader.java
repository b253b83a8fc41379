package dev.partnerops.programme;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Title;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    List<Scorecard.Kpi> kpis = kpis(section, "kpis");
    Map<String, List<Scorecard.Kpi>> tracks = tracks(section);
    List<Scorecard.Entry> entries = new ArrayList<>();
    Set<String> names = names(kpis, tracks);
    for (Section entry : sections(section, "entries", Shape.ENTRY)) {
      entries.add(entry(entry, names));
    }
    if (node instanceof YamlNode.Mapping
        && !section.has("kpis")
        && !section.has("tracks")
        && !section.has("entries")) {
      reading.fault(node.line(), "scorecard.empty", path);
    }
    if (section.has("kpis") && section.has("tracks")) {
      reading.fault(section.line("tracks"), "scorecard.tracks", path);
    }
    return new Scorecard(
        range.isEmpty() ? null : range.get(0),
        range.isEmpty() ? null : range.get(1),
        section.number("start").orElse(Fraction.ZERO),
        kpis,
        tracks,
        entries,
        section.clause());
  }

  private List<Scorecard.Kpi> kpis(Section section, String key) {
    List<Scorecard.Kpi> kpis = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Section kpi : sections(section, key, Shape.KPI)) {
      kpis.add(kpi(kpi, names));
    }
    refuseWeights(kpis, section, key);
    return kpis;
  }

  private Map<String, List<Scorecard.Kpi>> tracks(Section section) {
    Map<String, List<Scorecard.Kpi>> tracks = new LinkedHashMap<>();
    Optional<YamlNode> node = section.find("tracks");
    if (node.isPresent()) {
      Section all = Section.open(reading, node.orElseThrow(), section.path("tracks"));
      for (String track : all.keys()) {
        tracks.put(track, kpis(all, track));
      }
    }
    return tracks;
  }

  /** An entry may not be called like a KPI of any track. */
  private static Set<String> names(
      List<Scorecard.Kpi> kpis, Map<String, List<Scorecard.Kpi>> tracks) {
    Set<String> names = new HashSet<>();
    kpis.forEach(kpi -> names.add(kpi.name()));
    tracks.values().forEach(track -> track.forEach(kpi -> names.add(kpi.name())));
    return names;
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

  private void refuseWeights(List<Scorecard.Kpi> kpis, Section section, String key) {
    Fraction sum = Fraction.ZERO;
    for (Scorecard.Kpi kpi : kpis) {
      Optional<Fraction> weight = SettingReader.literalNumber(kpi.weight());
      if (weight.isEmpty()) {
        return;
      }
      sum = sum.plus(weight.orElseThrow());
    }
    if (!kpis.isEmpty() && sum.compareTo(HUNDRED) != 0) {
      reading.fault(section.line(key), "scorecard.weights", section.path(key), sum);
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
    return section.has("missing") ? section.word("missing", Scorecard.Missing.ZERO) : null;
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
        section
            .find("remember")
            .map(window -> readers.windows().read(window, section.path("remember")))
            .orElse(null),
        section.title("title"),
        section.clause());
  }
}
