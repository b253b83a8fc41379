package dev.partnerops.programme;

import java.util.HashSet;
import java.util.Set;

/**
 * Refuses what is read before it is known: a programme is evaluated in the order where, minimum,
 * scorecard, ladder, ranking, grants, fee (SPEC section 4).
 */
final class StageCheck implements Parts.Visitor {

  private final Programme programme;
  private final Reading reading;
  private final Set<Seen> seen = new HashSet<>();
  private final Parts parts = new Parts(this);

  private StageCheck(Programme programme, Reading reading) {
    this.programme = programme;
    this.reading = reading;
  }

  private record Seen(Parts.Stage stage, String condition) {}

  static void check(Programme programme, Reading reading) {
    StageCheck check = new StageCheck(programme, reading);
    check.parts.visit(programme);
  }

  @Override
  public void condition(Parts.Stage stage, Condition condition) {
    switch (condition) {
      case Condition.Met met -> follow(stage, met);
      case Condition.Held held -> from(stage, Parts.Stage.MINIMUM, "held", held.clause());
      case Condition.Missed missed -> onlyInExit(stage, missed);
      case Condition.Standing standing -> standing(stage, standing);
      case Condition.All all -> {}
      case Condition.Any any -> {}
      case Condition.Not not -> {}
      case Condition.Count count -> {}
      case Condition.OfField field -> {}
      case Condition.Age age -> {}
      case Condition.OfMetric metric -> {}
    }
  }

  private void follow(Parts.Stage stage, Condition.Met met) {
    Condition named = programme.conditions().get(met.name());
    if (stage != Parts.Stage.NAMED && named != null && seen.add(new Seen(stage, met.name()))) {
      parts.visit(stage, named);
    }
  }

  private void onlyInExit(Parts.Stage stage, Condition.Missed missed) {
    if (stage != Parts.Stage.EXIT && stage != Parts.Stage.NAMED) {
      reading.fault(missed.clause().line(), "stage.missed", stage.key());
    }
  }

  private void standing(Parts.Stage stage, Condition.Standing standing) {
    if (standing.of() != null) {
      from(stage, Parts.Stage.MINIMUM, "of: " + standing.of(), standing.clause());
      return;
    }
    switch (standing.kind()) {
      case TIER -> from(stage, Parts.Stage.REQUIRE, "tier", standing.clause());
      case BADGE -> from(stage, Parts.Stage.CLAW_BACK, "badge", standing.clause());
    }
  }

  @Override
  public void setting(Parts.Stage stage, Setting setting) {
    if (!(setting instanceof Setting.Table table)) {
      return;
    }
    switch (table.by()) {
      case "segment", "tier_before" ->
          from(stage, Parts.Stage.MINIMUM, "by: " + table.by(), table.clause());
      case "rank" -> from(stage, Parts.Stage.CLAW_BACK, "by: rank", table.clause());
      case "tier" -> {
        if (stage == Parts.Stage.LADDER || stage == Parts.Stage.EXIT) {
          reading.fault(table.clause().line(), "stage.tier", table.clause().path());
        }
        from(stage, Parts.Stage.REQUIRE, "by: tier", table.clause());
      }
      default -> {}
    }
  }

  @Override
  public void metric(Parts.Stage stage, Metric.Use use) {
    if (stage == Parts.Stage.WHERE) {
      reading.fault(use.clause().line(), "stage.where", use.label());
      return;
    }
    for (Metric metric : use.metric().withParts()) {
      if (metric instanceof Metric.Result result) {
        from(stage, known(result), use.label(), use.clause());
      }
    }
  }

  /** From when on a result is known; that of another programme before anything is judged. */
  private static Parts.Stage known(Metric.Result result) {
    if (result.of() != null) {
      return Parts.Stage.MINIMUM;
    }
    return switch (result.kind()) {
      case SCORE, POINTS -> Parts.Stage.REQUIRE;
      case RANK -> Parts.Stage.CLAW_BACK;
      case GRANTED -> Parts.Stage.GRANTS;
    };
  }

  private void from(Parts.Stage stage, Parts.Stage known, String what, Clause clause) {
    if (stage != Parts.Stage.NAMED && stage.compareTo(known) < 0) {
      // What the ranking gives is known right after it, to claw-backs as well as to grants.
      Parts.Stage told = known == Parts.Stage.CLAW_BACK ? Parts.Stage.GRANTS : known;
      reading.fault(clause.line(), "stage.early", what, stage.key(), told.key());
    }
  }
}
