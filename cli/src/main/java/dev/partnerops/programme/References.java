package dev.partnerops.programme;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a programme reads: catalogue metrics, other programmes, fields of its entities. */
public final class References {

  private References() {}

  /**
   * All catalogue references, each once, in the order of the file: what is measured before anything
   * is decided.
   */
  public static Set<MetricReference> metricsOf(Programme programme) {
    return collected(programme).measured();
  }

  /**
   * The catalogue references that rates, bands and limits of grants read: what is measured again
   * for an earlier period (RULES 3).
   */
  public static Set<MetricReference> metricsOfAmounts(Programme programme) {
    Collected collected = new Collected();
    Parts parts = new Parts(collected);
    parts.visitAmounts(programme);
    return measured(collected, parts, programme);
  }

  /**
   * The catalogue references that {@code claw_back.when} of grants reads: what is measured of those
   * who hold a grant and are not judged (RULES 21).
   */
  public static Set<MetricReference> metricsOfClawBacks(Programme programme) {
    Collected collected = new Collected();
    return measured(collected, clawBacks(collected, programme), programme);
  }

  private static Parts clawBacks(Collected collected, Programme programme) {
    Parts parts = new Parts(collected);
    parts.visitClawBacks(programme);
    return parts;
  }

  /**
   * Whether a claw-back reads a score, a tier, a badge or a rank of its own: of those who are not
   * judged, that is the last one recorded.
   */
  public static boolean clawsBackByResults(Programme programme) {
    Collected collected = new Collected();
    follow(collected, clawBacks(collected, programme), programme);
    return collected.metrics.stream()
            .anyMatch(metric -> metric instanceof Metric.Result result && result.of() == null)
        || collected.conditions.stream()
            .anyMatch(condition ->
                condition instanceof Condition.Standing standing && standing.of() == null)
        || collected.settings.stream()
            .anyMatch(setting ->
                setting instanceof Setting.Table table
                    && SettingReader.RESULTS.contains(table.by()));
  }

  /**
   * The catalogue references that must be measured before the window of another is known: what the
   * conditions read that choose it.
   */
  public static Set<MetricReference> metricsBefore(MetricReference reference, Programme programme) {
    Collected collected = new Collected();
    Parts parts = new Parts(collected);
    Windows.conditionsOf(reference.window())
        .forEach(condition -> parts.visit(Parts.Stage.WINDOW, condition));
    return measured(collected, parts, programme);
  }

  /** What was collected, with the named conditions that it asks for. */
  private static Set<MetricReference> measured(
      Collected collected, Parts parts, Programme programme) {
    follow(collected, parts, programme);
    return collected.measured();
  }

  private static void follow(Collected collected, Parts parts, Programme programme) {
    Set<String> followed = new TreeSet<>();
    for (int i = 0; i < collected.conditions.size(); i++) {
      if (collected.conditions.get(i) instanceof Condition.Met met && followed.add(met.name())) {
        parts.visit(Parts.Stage.GRANTS, programme.conditions().get(met.name()));
      }
    }
  }

  /** Ids of the other programmes whose scores, tiers or badges it reads by {@code of:}, sorted. */
  public static Set<String> programmesReadBy(Programme programme) {
    Collected collected = collected(programme);
    Set<String> found = new TreeSet<>();
    for (Metric metric : collected.metrics) {
      if (metric instanceof Metric.Result result) {
        add(found, result.of());
      }
    }
    for (Condition condition : collected.conditions) {
      if (condition instanceof Condition.Standing standing) {
        add(found, standing.of());
      }
    }
    return found;
  }

  /**
   * Whether it reads what it recorded itself: {@code {tier: gold, window: …}}, results of those who
   * are not judged.
   */
  public static boolean readsOwnPast(Programme programme) {
    return clawsBackByResults(programme)
        || collected(programme).conditions.stream()
            .anyMatch(condition ->
                condition instanceof Condition.Standing standing
                    && standing.of() == null
                    && standing.window() != null);
  }

  /** Whether an entry's points count at later evaluations too. */
  public static boolean remembers(Programme programme) {
    return programme.allInstruments().stream()
        .map(Instruments::scorecard)
        .filter(Objects::nonNull)
        .flatMap(card -> card.entries().stream())
        .anyMatch(entry -> entry.remember() != null);
  }

  /** Whether any condition of it must have held at earlier evaluations. */
  public static boolean asksWhatHeld(Programme programme) {
    return collected(programme).conditions.stream().anyMatch(Condition.Held.class::isInstance);
  }

  /** All fields of the entity it reads, sorted. */
  public static Set<String> fieldsOf(Programme programme) {
    Collected collected = collected(programme);
    Set<String> found = new TreeSet<>();
    collected.metrics.forEach(metric -> add(found, metric));
    collected.conditions.forEach(condition -> add(found, condition));
    collected.settings.forEach(setting -> add(found, setting));
    Programme.Cohort cohort = programme.cohort();
    if (cohort != null) {
      found.add(cohort.field());
    }
    add(found, programme.segmentBy());
    add(found, programme.instruments());
    programme.segments().values().forEach(segment -> add(found, segment));
    return found;
  }

  private static void add(Set<String> found, Instruments instruments) {
    Scorecard scorecard = instruments.scorecard();
    if (scorecard != null) {
      for (Scorecard.Entry entry : scorecard.entries()) {
        Window remember = entry.remember();
        if (remember != null) {
          add(found, remember);
        }
      }
    }
    Ranking ranking = instruments.ranking();
    if (ranking != null) {
      add(found, ranking.partitionBy());
    }
    instruments.limits().forEach(limit -> add(found, limit));
    for (Grant grant : instruments.grants()) {
      add(found, grant.payTo());
      grant.oncePer().stream().filter(word -> !GrantReader.isWord(word)).forEach(found::add);
      grant.limits().forEach(limit -> add(found, limit));
      if (grant.expires() != null) {
        add(found, grant.expires().from());
      }
    }
  }

  private static void add(Set<String> found, Grant.Limit limit) {
    if (!LimitReader.isWord(limit.per())) {
      found.add(limit.per());
    }
    add(found, limit.arrival());
  }

  private static void add(Set<String> found, Metric metric) {
    if (metric instanceof Metric.OfField(String field)) {
      found.add(field);
    } else if (metric instanceof Metric.Measured(MetricReference reference)) {
      add(found, reference.window());
      add(found, reference.through());
    }
  }

  private static void add(Set<String> found, Condition condition) {
    if (condition instanceof Condition.OfField leaf) {
      found.add(leaf.field());
    } else if (condition instanceof Condition.Standing standing && standing.window() != null) {
      add(found, standing.window());
    } else if (condition instanceof Condition.Age leaf) {
      found.add(leaf.field());
    }
  }

  private static void add(Set<String> found, Setting setting) {
    if (setting instanceof Setting.Table table && !SettingReader.RESULTS.contains(table.by())) {
      found.add(table.by());
    } else if (setting instanceof Setting.DayOf(Window.DayPoint point, Clause clause)) {
      add(found, point.field());
    }
  }

  private static void add(Set<String> found, Window window) {
    switch (window) {
      case Window.Since(String field) -> found.add(field);
      case Window.FirstFrom(Length length, String field) -> found.add(field);
      case Window.FromTo(Window.DayPoint from, Window.DayPoint to) -> {
        add(found, from.field());
        add(found, to.field());
      }
      case Window.Shifted shifted -> add(found, shifted.window());
      case Window.Choice choice -> {
        add(found, choice.then());
        add(found, choice.otherwise());
      }
      case Window.OfPeriod period -> {}
      case Window.LastDays days -> {}
      case Window.LastWhole whole -> {}
      case Window.ToDate toDate -> {}
      case Window.Lifetime lifetime -> {}
    }
  }

  private static void add(Set<String> found, @Nullable String name) {
    if (name != null) {
      found.add(name);
    }
  }

  private static Collected collected(Programme programme) {
    Collected collected = new Collected();
    new Parts(collected).visit(programme);
    return collected;
  }

  private static final class Collected implements Parts.Visitor {
    private final Set<Metric> metrics = new LinkedHashSet<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final List<Setting> settings = new ArrayList<>();

    Set<MetricReference> measured() {
      Set<MetricReference> found = new LinkedHashSet<>();
      for (Metric metric : metrics) {
        if (metric instanceof Metric.Measured(MetricReference reference)) {
          found.add(reference);
        }
      }
      return found;
    }

    @Override
    public void condition(Parts.Stage stage, Condition condition) {
      conditions.add(condition);
    }

    @Override
    public void setting(Parts.Stage stage, Setting setting) {
      settings.add(setting);
    }

    @Override
    public void metric(Parts.Stage stage, Metric.Use metric) {
      metrics.addAll(metric.metric().withParts());
    }
  }
}
