package dev.partnerops.programme;

import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a single clause hardly means: comparisons nothing can meet, a share above 100%, words a
 * field never holds, rows no name leads to, windows that end before they begin.
 */
final class ClauseLint implements Parts.Visitor {

  private static final Fraction GREATEST_RATE = Fraction.of(10);

  private final Programme programme;
  private final MetricNames names;
  private final EntityKind entity;
  private final Map<String, Metric.Use> unnamed = new HashMap<>();
  private final List<Lint.Warning> warnings = new ArrayList<>();

  private ClauseLint(Programme programme, MetricNames names) {
    this.programme = programme;
    this.names = names;
    this.entity = programme.entity();
  }

  static List<Lint.Warning> of(Programme programme, MetricNames names) {
    ClauseLint lint = new ClauseLint(programme, names);
    new Parts(lint).visit(programme);
    lint.findStrangeSegments();
    return lint.warnings;
  }

  private void warn(Clause clause, String key, Object... arguments) {
    warnings.add(new Lint.Warning(clause.line(), Message.of("programme.lint." + key, arguments)));
  }

  @Override
  public void condition(Parts.Stage stage, Condition condition) {
    switch (condition) {
      case Condition.OfField leaf -> {
        findContradiction(leaf.comparisons(), leaf.clause());
        findStrangeWords(leaf);
      }
      case Condition.Age leaf -> findContradiction(leaf.comparisons(), leaf.clause());
      case Condition.Count count -> findContradiction(count.comparisons(), count.clause());
      case Condition.OfMetric leaf -> {
        findContradiction(leaf.comparisons(), leaf.clause());
        leaf.comparisons()
            .forEach(each -> {
              findShareAboveOne(leaf.metric(), each);
              if (stage == Parts.Stage.REQUIRE) {
                findReversed(each);
              }
            });
      }
      case Condition.All all -> {}
      case Condition.Any any -> {}
      case Condition.Not not -> {}
      case Condition.Met met -> {}
      case Condition.Held held -> {}
      case Condition.Standing standing -> {}
      case Condition.Missed missed -> {}
    }
  }

  /** A least above the most: nothing is both. */
  private void findContradiction(List<Condition.Comparison> comparisons, Clause clause) {
    Fraction least = null;
    Fraction most = null;
    boolean openLeast = false;
    boolean openMost = false;
    for (Condition.Comparison each : comparisons) {
      Fraction number =
          each.settings().isEmpty() ? null : SettingReader.literal(each.settings().getFirst());
      switch (each.operator()) {
        case AT_LEAST -> least = number;
        case AT_MOST -> most = number;
        case MORE_THAN -> {
          openLeast = number != null && (least == null || number.compareTo(least) >= 0);
          least = openLeast ? number : least;
        }
        case LESS_THAN -> {
          openMost = number != null && (most == null || number.compareTo(most) <= 0);
          most = openMost ? number : most;
        }
        case BETWEEN, IS, IS_NOT, IN, NOT_IN, FROM, TO, MISSING -> {}
      }
    }
    if (least != null && most != null && least.compareTo(most) >= (openLeast || openMost ? 0 : 1)) {
      warn(clause, "contradiction", clause.path(), least.toString(), most.toString());
    }
  }

  /** 95 where 95% is meant. */
  private void findShareAboveOne(Metric.Use use, Condition.Comparison comparison) {
    if (!(use.metric() instanceof Metric.Measured(MetricReference reference))
        || !names.isRate(reference, entity)) {
      return;
    }
    // A return on spend may be 3; nobody asks for 10 times and means it.
    Fraction most = reference.name().endsWith("_rate") ? Fraction.ONE : GREATEST_RATE;
    for (Setting setting : comparison.settings()) {
      SettingReader.literalNumber(setting)
          .filter(number -> number.compareTo(most) > 0)
          .ifPresent(number ->
              warn(
                  comparison.clause(),
                  "share",
                  comparison.clause().path(),
                  use.label(),
                  number.toString()));
    }
  }

  /** A higher tier that asks for less than a lower one, in one table. */
  private void findReversed(Condition.Comparison comparison) {
    boolean isLeast = comparison.operator().isUpward();
    if (!(isLeast || comparison.operator().isDownward())
        || !(comparison.settings().getFirst() instanceof Setting.Table table)
        || !table.by().equals("tier")) {
      return;
    }
    Setting.Row lower = null;
    for (String tier : programme.instruments().tiers()) {
      for (Setting.Row row : table.rows()) {
        Fraction asked = SettingReader.literal(row.setting());
        if (row.key().equals(tier) && asked != null) {
          Fraction before = lower == null ? null : SettingReader.literal(lower.setting());
          if (before != null
              && lower != null
              && (isLeast ? asked.compareTo(before) : before.compareTo(asked)) < 0) {
            warn(
                row.setting().clause(),
                "reversed",
                table.clause().path(),
                row.key(),
                asked.toString(),
                lower.key(),
                before.toString());
          }
          lower = row;
        }
      }
    }
  }

  private void findStrangeWords(Condition.OfField leaf) {
    Set<String> words = names.words(entity, leaf.field());
    if (words.isEmpty()) {
      return;
    }
    for (Condition.Comparison each : leaf.comparisons()) {
      boolean asksForWords =
          switch (each.operator()) {
            case IS, IS_NOT, IN, NOT_IN -> true;
            case AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, BETWEEN, FROM, TO, MISSING -> false;
          };
      if (asksForWords) {
        each.settings()
            .forEach(setting ->
                text(setting)
                    .ifPresent(word -> findStrange(leaf.field(), word, words, each.clause())));
      }
    }
  }

  private void findStrange(String field, String word, Set<String> words, Clause clause) {
    if (!words.contains(word)) {
      warn(clause, "word", clause.path(), field, word, Nearest.orAll(word, words));
    }
  }

  private static Optional<String> text(Setting setting) {
    return setting instanceof Setting.Literal(Value value, Clause clause)
            && value instanceof Value.Text(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private Set<String> words(@Nullable String field) {
    return field == null ? Set.of() : names.words(entity, field);
  }

  private void findStrangeSegments() {
    String by = programme.segmentBy();
    Set<String> words = words(by);
    if (words.isEmpty()) {
      return;
    }
    KeyLines lines = new KeyLines(programme);
    for (String segment : programme.segments().keySet()) {
      int line = lines.of("segments", segment);
      findStrange(Objects.requireNonNull(by), segment, words, new Clause("segments", line));
    }
  }

  @Override
  public void setting(Parts.Stage stage, Setting setting) {
    if (!(setting instanceof Setting.Table table)) {
      return;
    }
    Set<String> known =
        switch (table.by()) {
          case "segment" -> words(programme.segmentBy());
          case "tier", "tier_before", "rank" -> Set.of();
          default -> words(table.by());
        };
    if (known.isEmpty()) {
      return;
    }
    for (Setting.Row row : table.rows()) {
      if (!known.contains(row.key())) {
        warn(
            row.setting().clause(),
            "row",
            table.clause().path(),
            row.key(),
            table.by(),
            Nearest.orAll(row.key(), known));
      }
    }
  }

  @Override
  public void metric(Parts.Stage stage, Metric.Use use) {
    if (!(use.metric() instanceof Metric.Measured(MetricReference reference))) {
      return;
    }
    boolean isNamed = programme.metrics().containsKey(MetricName.base(use.label()));
    boolean isDefinition = use.clause().path().startsWith("metrics.");
    if (!isNamed) {
      findUnlike(use, reference);
    }
    if (isDefinition || !isNamed) {
      findBackwards(reference.window(), use.clause());
    }
  }

  /** A policy test gives a metric by its name: of two that are not alike it can give one. */
  private void findUnlike(Metric.Use use, MetricReference reference) {
    Metric.Use first = unnamed.putIfAbsent(use.label(), use);
    if (first != null && !first.metric().equals(use.metric())) {
      warn(use.clause(), "unlike", use.clause().path(), reference.name(), first.clause().line());
    }
  }

  private void findBackwards(Window window, Clause clause) {
    switch (window) {
      case Window.FromTo(Window.DayPoint from, Window.DayPoint to) -> {
        LocalDate first = date(from);
        LocalDate last = date(to);
        if (first != null && last != null && last.isBefore(first)) {
          warn(clause, "window", clause.path(), first, last);
        }
      }
      case Window.Shifted shifted -> {
        LocalDate first = shifted.notBefore();
        LocalDate last = shifted.notAfter();
        if (first != null && last != null && last.isBefore(first)) {
          warn(clause, "window", clause.path(), first, last);
        }
        findBackwards(shifted.window(), clause);
      }
      case Window.Choice choice -> {
        findBackwards(choice.then(), clause);
        findBackwards(choice.otherwise(), clause);
      }
      case Window.OfPeriod period -> {}
      case Window.LastDays days -> {}
      case Window.LastWhole whole -> {}
      case Window.ToDate toDate -> {}
      case Window.Since since -> {}
      case Window.FirstFrom first -> {}
      case Window.Lifetime lifetime -> {}
    }
  }

  private static @Nullable LocalDate date(Window.DayPoint point) {
    return point.plus() == null ? point.date() : null;
  }
}
