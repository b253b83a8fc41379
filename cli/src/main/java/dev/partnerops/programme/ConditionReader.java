package dev.partnerops.programme;

import dev.partnerops.model.Nearest;
import dev.partnerops.model.Title;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@link Condition}s; a bare list is {@code all}. */
final class ConditionReader {

  /** The keys that say which condition a mapping is: exactly one of them stands in it. */
  private static final List<String> HEADS =
      List.of(
          "all", "any", "not", "count", "met", "held", "field", "age", "metric", "tier", "badge",
          "missed");

  private final Reading reading;
  private final WindowReader windows;
  private final MetricReader metrics;
  private final ComparisonReader comparisons;
  private final Condition.@Nullable WhenMissing whenMissing;

  /**
   * @param whenMissing the file's own, for metric leaves without one
   */
  ConditionReader(
      Reading reading,
      WindowReader windows,
      MetricReader metrics,
      Condition.@Nullable WhenMissing whenMissing) {
    this.reading = reading;
    this.windows = windows;
    this.metrics = metrics;
    this.whenMissing = whenMissing;
    this.comparisons = new ComparisonReader(reading, new SettingReader(reading, windows, this));
  }

  ComparisonReader comparisons() {
    return comparisons;
  }

  /** What stands under a key; absent where the key is. */
  @Nullable Condition find(Section section, String key) {
    return section.has(key) ? read(section, key) : null;
  }

  /**
   * What stands under a required key; a stand-in where it is missing, which the section has
   * reported.
   */
  Condition read(Section section, String key) {
    Optional<YamlNode> node = section.find(key);
    return node.isEmpty()
        ? nothing(section.clause(key))
        : read(node.orElseThrow(), section.path(key));
  }

  private static Condition nothing(Clause clause) {
    return new Condition.All(List.of(), clause, null);
  }

  Condition read(YamlNode node, String path) {
    Clause clause = new Clause(path, node.line());
    return switch (node) {
      case YamlNode.Sequence list -> new Condition.All(list(list, path), clause, null);
      case YamlNode.Scalar scalar -> {
        reading.wrong(node, path, "condition");
        yield nothing(clause);
      }
      case YamlNode.Mapping mapping -> headed(mapping, clause);
    };
  }

  private List<Condition> list(YamlNode node, String path) {
    List<Condition> conditions = new ArrayList<>();
    int index = 0;
    for (YamlNode item : reading.items(node, path)) {
      conditions.add(read(item, path + "[" + index++ + "]"));
    }
    return conditions;
  }

  private Condition headed(YamlNode.Mapping mapping, Clause clause) {
    List<String> heads = HEADS.stream().filter(head -> mapping.find(head).isPresent()).toList();
    if (heads.size() == 1) {
      return condition(heads.getFirst(), mapping, clause.path());
    }
    if (heads.isEmpty()) {
      noHead(mapping, clause.path());
    } else {
      reading.fault(
          mapping.line(), "condition.heads", clause.path(), heads.getFirst(), heads.get(1));
    }
    return nothing(clause);
  }

  private void noHead(YamlNode.Mapping mapping, String path) {
    for (YamlNode.Entry entry : mapping.entries()) {
      List<String> near = Nearest.to(entry.key(), HEADS);
      if (!near.isEmpty()) {
        reading.fault(entry.line(), "key.unknown.near", entry.key(), path, near.getFirst());
        return;
      }
    }
    reading.fault(mapping.line(), "condition.none", path, String.join(", ", HEADS));
  }

  private Condition condition(String head, YamlNode node, String path) {
    return switch (head) {
      case "all", "any", "not", "count", "met", "held" -> group(head, node, path);
      case "field", "age" -> fieldOrAge(head, node, path);
      case "metric" -> metric(new Section(reading, node, Shape.METRIC, path));
      case "tier", "badge" -> standing(head, node, path);
      default -> missed(new Section(reading, node, Shape.MISSED, path));
    };
  }

  private Condition group(String head, YamlNode node, String path) {
    Shape shape = Shape.valueOf(head.toUpperCase(Locale.ROOT));
    Section section = new Section(reading, node, shape, path);
    Clause clause = section.clause();
    Title says = section.title("says");
    YamlNode inner = section.find(head).orElseThrow();
    return switch (head) {
      case "all" -> new Condition.All(list(inner, section.path(head)), clause, says);
      case "any" -> new Condition.Any(list(inner, section.path(head)), clause, says);
      case "not" -> new Condition.Not(read(section, head), clause, says);
      case "count" ->
          new Condition.Count(
              list(inner, section.path(head)), comparisons.required(section), clause, says);
      case "met" -> new Condition.Met(section.name(head).orElse(""), clause, says);
      default ->
          new Condition.Held(
              read(section, head), section.whole("evaluations", 1).orElse(1), clause, says);
    };
  }

  private Condition fieldOrAge(String head, YamlNode node, String path) {
    boolean age = head.equals("age");
    Section section = new Section(reading, node, age ? Shape.AGE : Shape.FIELD, path);
    String field = section.fieldThrough(head).orElse("");
    List<Condition.Comparison> compared = comparisons.required(section);
    Condition.WhenMissing missing = own(section);
    if (missing == null) {
      missing = ofField(compared);
    }
    Title says = section.title("says");
    return age
        ? new Condition.Age(field, compared, missing, section.clause(), says)
        : new Condition.OfField(field, compared, missing, section.clause(), says);
  }

  /**
   * What a field without a value counts as where the leaf does not say: SPEC section 4, Conditions.
   */
  private static Condition.WhenMissing ofField(List<Condition.Comparison> compared) {
    Set<Condition.Operator> negative = Set.of(Condition.Operator.IS_NOT, Condition.Operator.NOT_IN);
    return !compared.isEmpty() && compared.stream().allMatch(c -> negative.contains(c.operator()))
        ? Condition.WhenMissing.MET
        : Condition.WhenMissing.UNMET;
  }

  private Condition metric(Section section) {
    Metric.Use use = metrics.use(section);
    List<Condition.Comparison> compared = comparisons.required(section);
    Condition.WhenMissing missing = own(section);
    if (missing == null) {
      missing = whenMissing;
    }
    boolean asks = compared.stream().anyMatch(c -> c.operator() == Condition.Operator.MISSING);
    if (missing == null && !asks && metrics.canBeMissing(use.metric())) {
      reading.fault(
          section.line("metric"), "when_missing.required", section.clause().path(), use.label());
    }
    return new Condition.OfMetric(use, compared, missing, section.clause(), section.title("says"));
  }

  private Condition.@Nullable WhenMissing own(Section section) {
    return section.has("when_missing")
        ? section.word("when_missing", Condition.WhenMissing.UNMET)
        : null;
  }

  private Condition standing(String head, YamlNode node, String path) {
    boolean tier = head.equals("tier");
    Section section = new Section(reading, node, tier ? Shape.TIER : Shape.BADGE, path);
    List<String> names = reading.namesIn(section.find(head).orElseThrow(), section.path(head));
    boolean orAbove = section.flag("or_above").orElse(false);
    return new Condition.Standing(
        tier ? Condition.Standing.Kind.TIER : Condition.Standing.Kind.BADGE,
        names,
        orAbove,
        metrics.of(section),
        window(section),
        seen(section),
        section.clause(),
        section.title("says"));
  }

  private @Nullable Window window(Section section) {
    return section
        .find("window")
        .map(node -> windows.read(node, section.path("window")))
        .orElse(null);
  }

  private Condition.Standing.Seen seen(Section section) {
    if (section.has("seen") && !section.has("window")) {
      reading.fault(section.line("seen"), "standing.seen", section.clause().path());
    }
    return section.word("seen", Condition.Standing.Seen.ANY);
  }

  private Condition missed(Section section) {
    section.word("missed", "keep");
    return new Condition.Missed(section.clause(), section.title("says"));
  }
}
