package dev.partnerops.programme;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each part of a policy reads, so that one knows what a result hangs on: {@code where}, {@code
 * minimum}, {@code scorecard}, {@code ladder}, {@code ranking}, {@code grants.BENEFIT}, {@code
 * fee}. Named conditions count where they are used.
 *
 * @param fields that must be there: one whose every reader says what an empty field means does not
 * @param others programmes read by {@code of:}
 * @param results of its own that it reads: {@code score}, {@code tier}, {@code badge}, {@code
 *     granted.BENEFIT}
 */
public record Reads(
    Set<Metric> metrics, Set<String> fields, Set<String> others, Set<String> results) {

  public static final String WHERE = "where";
  public static final String MINIMUM = "minimum";
  public static final String SCORECARD = "scorecard";
  public static final String LADDER = "ladder";
  public static final String RANKING = "ranking";
  public static final String GRANTS = "grants.";
  public static final String FEE = "fee";

  private static final Reads NOTHING = new Reads(Set.of(), Set.of(), Set.of(), Set.of());

  /** By part; {@code where} is that of the programme. */
  public static Map<String, Reads> of(Programme programme, Instruments instruments) {
    Collector collector = new Collector(programme, instruments);
    collector.visit(Parts.Stage.WHERE, programme.where());
    collector.choose(programme);
    new Parts(collector).visit(instruments);
    collector.follow();
    return collector.found;
  }

  /** Those of a part; nothing where the policy has no such part. */
  public static Reads of(Map<String, Reads> parts, String part) {
    return parts.getOrDefault(part, NOTHING);
  }

  private static final class Collector implements Parts.Visitor {

    private final Programme programme;
    private final List<Grant> grants;
    private final Map<String, Reads> found = new LinkedHashMap<>();
    private final Deque<Named> named = new ArrayDeque<>();
    private final Set<Named> followed = new HashSet<>();
    private @Nullable String fixed;

    /** A named condition where a part uses it. */
    private record Named(String part, String name) {}

    Collector(Programme programme, Instruments instruments) {
      this.programme = programme;
      this.grants = instruments.grants();
    }

    void visit(Parts.Stage stage, @Nullable Condition condition) {
      new Parts(this).visit(stage, condition);
    }

    /** By which edition and which instruments an entity is judged. */
    void choose(Programme edition) {
      Reads where = part(Parts.Stage.WHERE, new Clause("", 0));
      Programme.Cohort cohort = edition.cohort();
      if (cohort != null) {
        where.fields().add(cohort.field());
      }
      String segmentBy = edition.segmentBy();
      if (segmentBy != null && !edition.segments().isEmpty()) {
        where.fields().add(segmentBy);
      }
    }

    /** Until no named condition names another. */
    void follow() {
      while (!named.isEmpty()) {
        Named next = named.pop();
        if (followed.add(next)) {
          fixed = next.part();
          visit(Parts.Stage.NAMED, programme.conditions().get(next.name()));
        }
      }
      fixed = null;
    }

    private Reads part(Parts.Stage stage, Clause clause) {
      return found.computeIfAbsent(
          name(stage, clause),
          each ->
              new Reads(
                  new LinkedHashSet<>(),
                  new LinkedHashSet<>(),
                  new LinkedHashSet<>(),
                  new LinkedHashSet<>()));
    }

    private String name(Parts.Stage stage, Clause clause) {
      String known = fixed;
      if (known != null) {
        return known;
      }
      return switch (stage) {
        case NAMED -> "conditions";
        case WHERE -> WHERE;
        case WINDOW -> Parts.Stage.WINDOW.key();
        case MINIMUM -> MINIMUM;
        case SCORECARD -> SCORECARD;
        case REQUIRE, LADDER, EXIT -> LADDER;
        case RANKING -> RANKING;
        case CLAW_BACK, GRANTS -> GRANTS + benefit(clause);
        case FEE -> FEE;
      };
    }

    private String benefit(Clause clause) {
      for (Grant grant : grants) {
        if (clause.path().equals(grant.clause().path())
            || clause.path().startsWith(grant.clause().path() + ".")) {
          return grant.benefit();
        }
      }
      return "";
    }

    @Override
    public void condition(Parts.Stage stage, Condition condition) {
      Reads part = part(stage, condition.clause());
      switch (condition) {
        case Condition.Met met -> named.add(new Named(name(stage, condition.clause()), met.name()));
        case Condition.OfField leaf ->
            addField(part, leaf.field(), leaf.comparisons(), leaf.whenMissing());
        case Condition.Age leaf ->
            addField(part, leaf.field(), leaf.comparisons(), leaf.whenMissing());
        case Condition.Standing leaf -> {
          String of = leaf.of();
          if (of == null) {
            part.results().add(leaf.kind() == Condition.Standing.Kind.TIER ? "tier" : "badge");
          } else {
            part.others().add(of);
          }
        }
        case Condition.All all -> {}
        case Condition.Any any -> {}
        case Condition.Not not -> {}
        case Condition.Count count -> {}
        case Condition.Held held -> {}
        case Condition.OfMetric leaf -> {}
        case Condition.Missed missed -> {}
      }
    }

    /** Whether it is missing, and whether it is anything but, is known of an empty field too. */
    private static void addField(
        Reads part,
        String field,
        List<Condition.Comparison> comparisons,
        Condition.@Nullable WhenMissing whenMissing) {
      boolean knowsEmpty =
          whenMissing != null
              || comparisons.stream()
                  .allMatch(one ->
                      one.operator() == Condition.Operator.IS_NOT
                          || one.operator() == Condition.Operator.NOT_IN
                          || one.operator() == Condition.Operator.MISSING);
      if (!knowsEmpty) {
        part.fields().add(field);
      }
    }

    @Override
    public void setting(Parts.Stage stage, Setting setting) {
      Reads part = part(stage, setting.clause());
      if (setting instanceof Setting.Table table) {
        switch (table.by()) {
          case "segment" -> {}
          case "tier", "tier_before" -> part.results().add("tier");
          case "rank" -> part.results().add("badge");
          default -> {
            if (table.otherwise() == null) {
              part.fields().add(table.by());
            }
          }
        }
      } else if (setting instanceof Setting.DayOf(Window.DayPoint point, Clause clause)
          && point.field() != null) {
        part.fields().add(point.field());
      }
    }

    @Override
    public void metric(Parts.Stage stage, Metric.Use use) {
      Reads part = part(stage, use.clause());
      use.metric().withParts().forEach(metric -> add(part, metric));
    }

    private static void add(Reads part, Metric metric) {
      part.metrics().add(metric);
      switch (metric) {
        case Metric.Measured measured -> {}
        case Metric.OfField(String field) -> part.fields().add(field);
        case Metric.Derived derived -> {}
        case Metric.Result result -> {
          String of = result.of();
          if (of != null) {
            part.others().add(of);
          } else {
            part.results()
                .add(
                    switch (result.kind()) {
                      case SCORE, POINTS -> "score";
                      case RANK -> "badge";
                      case GRANTED -> GRANTS + result.name();
                    });
          }
        }
      }
    }
  }
}
