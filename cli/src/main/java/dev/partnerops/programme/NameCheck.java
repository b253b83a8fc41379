package dev.partnerops.programme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Refuses names that the file does not define: conditions, tiers, badges, KPIs, benefits; and
 * circles of conditions.
 */
final class NameCheck implements Parts.Visitor {

  private final Programme programme;
  private final Reading reading;
  private final Set<String> tiers = new LinkedHashSet<>();
  private final Set<String> badges = new LinkedHashSet<>();
  private final Set<String> points = new LinkedHashSet<>();
  private final Set<String> benefits = new LinkedHashSet<>();
  private boolean hasScorecard;
  private boolean hasRanking;

  private NameCheck(Programme programme, Reading reading) {
    this.programme = programme;
    this.reading = reading;
  }

  static void check(Programme programme, Reading reading) {
    NameCheck check = new NameCheck(programme, reading);
    check.collect(programme.instruments());
    programme.segments().values().forEach(check::collect);
    new Parts(check).visit(programme);
    programme.conditions().forEach(check::refuseCircle);
  }

  private void collect(Instruments instruments) {
    hasScorecard |= instruments.scorecard() != null;
    hasRanking |= instruments.ranking() != null;
    points.addAll(instruments.points());
    tiers.addAll(instruments.tiers());
    badges.addAll(instruments.badges().reversed());
    benefits.addAll(instruments.benefits());
  }

  @Override
  public void condition(Parts.Stage stage, Condition condition) {
    if (condition instanceof Condition.Met named && !named.name().isEmpty()) {
      known(named.clause(), "condition.unknown", named.name(), programme.conditions().keySet());
    } else if (condition instanceof Condition.Standing standing && standing.of() == null) {
      boolean tier = standing.kind() == Condition.Standing.Kind.TIER;
      for (String name : standing.names()) {
        known(
            standing.clause(),
            tier ? "tier.unknown" : "badge.unknown",
            name,
            tier ? tiers : badges);
      }
    }
  }

  @Override
  public void setting(Parts.Stage stage, Setting setting) {
    if (setting instanceof Setting.Table table
        && (table.by().equals("tier") || table.by().equals("tier_before"))) {
      for (Setting.Row row : table.rows()) {
        known(row.setting().clause(), "tier.unknown", row.key(), tiers);
      }
      boolean isAskedOfEach = stage == Parts.Stage.REQUIRE && table.by().equals("tier");
      if (isAskedOfEach && table.otherwise() == null) {
        Set<String> without = new LinkedHashSet<>(tiers);
        table.rows().forEach(row -> without.remove(row.key()));
        if (!without.isEmpty()) {
          reading.fault(
              table.clause().line(),
              "table.tier",
              table.clause().path(),
              String.join(", ", without));
        }
      }
    }
  }

  @Override
  public void metric(Parts.Stage stage, Metric.Use use) {
    for (Metric metric : use.metric().withParts()) {
      if (metric instanceof Metric.Result result && result.of() == null) {
        result(result, use);
      }
    }
  }

  private void result(Metric.Result result, Metric.Use use) {
    String name = String.valueOf(result.name());
    switch (result.kind()) {
      case SCORE -> refuseWithout(hasScorecard, use, "scorecard");
      case RANK -> refuseWithout(hasRanking, use, "ranking");
      case POINTS -> known(use.clause(), "points.unknown", name, points);
      case GRANTED -> known(use.clause(), "benefit.unknown", name, benefits);
    }
  }

  private void refuseWithout(boolean has, Metric.Use use, String instrument) {
    if (!has) {
      reading.fault(use.clause().line(), "result.without", use.label(), instrument);
    }
  }

  private void known(Clause clause, String key, String name, Collection<String> names) {
    if (!names.contains(name)) {
      reading.unknown(clause.line(), key, name, names);
    }
  }

  private void refuseCircle(String name, Condition condition) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<Condition> open = new ArrayDeque<>(List.of(condition));
    while (!open.isEmpty()) {
      for (String next : metIn(open.pop())) {
        Condition named = programme.conditions().get(next);
        if (named != null && reached.add(next)) {
          open.push(named);
        }
      }
    }
    if (reached.contains(name)) {
      reading.fault(condition.clause().line(), "circle", "conditions." + name);
    }
  }

  private static List<String> metIn(Condition condition) {
    List<String> names = new ArrayList<>();
    Parts.Visitor collector =
        new Parts.Visitor() {
          @Override
          public void condition(Parts.Stage stage, Condition inner) {
            if (inner instanceof Condition.Met named) {
              names.add(named.name());
            }
          }
        };
    new Parts(collector).visit(Parts.Stage.NAMED, condition);
    return names;
  }
}
