package dev.partnerops.programme;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every part of a programme that reads something, visited in the order of the file, each with the
 * stage at which it is read. Named conditions are visited once at {@code NAMED}; a visitor that
 * cares where they are used follows {@link Condition.Met} itself.
 */
final class Parts {

  private final Visitor visitor;

  /** Those met already: several metrics share a named window. */
  private final Set<Condition> choosing = Collections.newSetFromMap(new IdentityHashMap<>());

  Parts(Visitor visitor) {
    this.visitor = visitor;
  }

  /**
   * What is evaluated when, in the order of SPEC section 4; {@code REQUIRE} asks of a tier of the
   * ladder.
   */
  enum Stage {
    NAMED("conditions"),
    WHERE("where"),
    WINDOW("windows"),
    MINIMUM("minimum"),
    SCORECARD("scorecard"),
    REQUIRE("ladder"),
    LADDER("ladder"),
    EXIT("ladder"),
    RANKING("ranking"),
    CLAW_BACK("claw_back"),
    GRANTS("grants"),
    FEE("fee");

    private final String key;

    Stage(String key) {
      this.key = key;
    }

    /** The key of the file that it stands under. */
    String key() {
      return key;
    }
  }

  /** Told of every condition (groups before what is in them), setting and metric. */
  interface Visitor {
    default void condition(Stage stage, Condition condition) {}

    default void setting(Stage stage, Setting setting) {}

    default void metric(Stage stage, Metric.Use metric) {}
  }

  void visit(Programme programme) {
    programme.metrics().values().forEach(metric -> visit(Stage.NAMED, metric));
    programme.conditions().values().forEach(condition -> visit(Stage.NAMED, condition));
    visit(Stage.WHERE, programme.where());
    visit(programme.instruments());
    programme.segments().values().forEach(this::visit);
  }

  void visit(Instruments instruments) {
    visit(Stage.MINIMUM, instruments.minimum());
    Scorecard scorecard = instruments.scorecard();
    if (scorecard != null) {
      scorecard.allKpis().forEach(this::visit);
      scorecard.entries().forEach(this::visit);
    }
    Ladder ladder = instruments.ladder();
    if (ladder != null) {
      visit(ladder);
    }
    Ranking ranking = instruments.ranking();
    if (ranking != null) {
      visit(ranking);
    }
    instruments.grants().forEach(this::visit);
    visitLimits(instruments.limits());
    Fee fee = instruments.fee();
    if (fee != null) {
      visit(Stage.FEE, fee.base());
      visitBands(Stage.FEE, fee.bands());
      visit(Stage.FEE, fee.eligible());
      visit(Stage.FEE, fee.standard());
    }
  }

  /** What the amounts of grants read that are reckoned again, and all limits (RULES 3). */
  void visitAmounts(Programme programme) {
    visitAmounts(programme.instruments());
    programme.segments().values().forEach(this::visitAmounts);
  }

  private void visitAmounts(Instruments instruments) {
    for (Grant grant : instruments.grants()) {
      Grant.Amount amount = grant.amount();
      if (amount != null && grant.isReckonedAgain()) {
        visit(amount);
      }
      visitLimits(grant.limits());
    }
    visitLimits(instruments.limits());
  }

  private void visit(Scorecard.Kpi kpi) {
    visit(Stage.SCORECARD, kpi.metric());
    visit(Stage.SCORECARD, kpi.weight());
    for (Scorecard.CurvePoint point : kpi.curve()) {
      visit(Stage.SCORECARD, point.value());
      visit(Stage.SCORECARD, point.percent());
    }
    for (Scorecard.Step step : kpi.steps()) {
      visitComparisons(Stage.SCORECARD, step.comparisons());
      visit(Stage.SCORECARD, step.percent());
    }
    visitComparisons(Stage.SCORECARD, kpi.floor());
    visit(Stage.SCORECARD, kpi.require());
  }

  private void visit(Scorecard.Entry entry) {
    Metric.Use metric = entry.metric();
    if (metric != null) {
      visit(Stage.SCORECARD, metric);
    }
    visit(Stage.SCORECARD, entry.when());
    visit(Stage.SCORECARD, entry.per());
    visit(Stage.SCORECARD, entry.points());
    visit(Stage.SCORECARD, entry.limit());
    visitWindow(entry.remember());
  }

  private void visit(Ladder ladder) {
    for (Ladder.Tier tier : ladder.tiers()) {
      visit(Stage.LADDER, tier.enter());
      visit(Stage.LADDER, tier.keep());
      visit(Stage.REQUIRE, tier.require());
    }
    visit(Stage.REQUIRE, ladder.require());
    visit(Stage.LADDER, ladder.up().after());
    visit(Stage.LADDER, ladder.down().after());
    Ladder.Protection protection = ladder.protection();
    if (protection != null) {
      visit(Stage.LADDER, protection.count());
      visit(Stage.LADDER, protection.when());
      visit(Stage.LADDER, protection.until());
      visit(Stage.LADDER, protection.show());
    }
    visit(Stage.LADDER, ladder.admit());
    visit(Stage.EXIT, ladder.exit());
    visit(Stage.LADDER, ladder.readmitAfterDays());
  }

  private void visit(Ranking ranking) {
    visit(Stage.RANKING, ranking.by().metric());
    ranking.then().forEach(key -> visit(Stage.RANKING, key.metric()));
    visit(Stage.RANKING, ranking.eligible());
    for (Ranking.Quota quota : ranking.quotas()) {
      visit(Stage.RANKING, quota.places());
      visit(Stage.RANKING, quota.atLeast());
      visit(Stage.RANKING, quota.require());
    }
  }

  private void visit(Grant grant) {
    visit(Stage.GRANTS, grant.eligible());
    Grant.Amount amount = grant.amount();
    if (amount != null) {
      visit(amount);
    }
    visitLimits(grant.limits());
    Grant.ClawBack clawBack = grant.clawBack();
    if (clawBack != null) {
      visit(Stage.CLAW_BACK, clawBack.when());
    }
  }

  /** What judges whether grants are clawed back (RULES 21). */
  void visitClawBacks(Programme programme) {
    for (Instruments instruments : programme.allInstruments()) {
      for (Grant grant : instruments.grants()) {
        Grant.ClawBack clawBack = grant.clawBack();
        if (clawBack != null) {
          visit(Stage.CLAW_BACK, clawBack.when());
        }
      }
    }
  }

  private void visitLimits(List<Grant.Limit> limits) {
    limits.forEach(limit -> visit(Stage.GRANTS, limit.atMost()));
  }

  private void visit(Grant.Amount amount) {
    switch (amount) {
      case Grant.Amount.Fixed fixed -> visit(Stage.GRANTS, fixed.yuan());
      case Grant.Amount.Share share -> {
        visit(Stage.GRANTS, share.rate());
        visit(Stage.GRANTS, share.of());
        visit(Stage.GRANTS, share.atLeast());
        visit(Stage.GRANTS, share.atMost());
      }
      case Grant.Amount.Banded banded -> {
        visitBands(Stage.GRANTS, banded.bands());
        visit(Stage.GRANTS, banded.of());
        visit(Stage.GRANTS, banded.atLeast());
        visit(Stage.GRANTS, banded.atMost());
      }
    }
  }

  private void visitBands(Stage stage, List<Grant.Band> bands) {
    for (Grant.Band band : bands) {
      visit(stage, band.upTo());
      visit(stage, band.rate());
    }
  }

  void visit(Stage stage, @Nullable Condition condition) {
    if (condition == null) {
      return;
    }
    visitor.condition(stage, condition);
    switch (condition) {
      case Condition.All all -> all.conditions().forEach(inner -> visit(stage, inner));
      case Condition.Any any -> any.conditions().forEach(inner -> visit(stage, inner));
      case Condition.Not not -> visit(stage, not.condition());
      case Condition.Count count -> {
        count.conditions().forEach(inner -> visit(stage, inner));
        visitComparisons(stage, count.comparisons());
      }
      case Condition.Held held -> visit(stage, held.condition());
      case Condition.OfField leaf -> visitComparisons(stage, leaf.comparisons());
      case Condition.Age leaf -> visitComparisons(stage, leaf.comparisons());
      case Condition.OfMetric leaf -> {
        visit(stage, leaf.metric());
        visitComparisons(stage, leaf.comparisons());
      }
      case Condition.Met met -> {}
      case Condition.Standing standing -> visitWindow(standing.window());
      case Condition.Missed missed -> {}
    }
  }

  private void visit(Stage stage, Metric.Use metric) {
    visitor.metric(stage, metric);
    for (Metric each : metric.metric().withParts()) {
      if (each instanceof Metric.Measured(MetricReference reference)) {
        visitWindow(reference.window());
      }
    }
  }

  /** The conditions by which it is chosen. */
  private void visitWindow(@Nullable Window window) {
    if (window == null) {
      return;
    }
    for (Condition when : Windows.conditionsOf(window)) {
      if (choosing.add(when)) {
        visit(Stage.WINDOW, when);
      }
    }
  }

  private void visitComparisons(Stage stage, List<Condition.Comparison> comparisons) {
    comparisons.forEach(one -> one.settings().forEach(setting -> visit(stage, setting)));
  }

  private void visit(Stage stage, @Nullable Setting setting) {
    if (setting == null) {
      return;
    }
    visitor.setting(stage, setting);
    switch (setting) {
      case Setting.Table table -> {
        table.rows().forEach(row -> visit(stage, row.setting()));
        visit(stage, table.otherwise());
      }
      case Setting.Choice choice -> {
        visit(stage, choice.when());
        visit(stage, choice.then());
        visit(stage, choice.otherwise());
      }
      case Setting.Literal literal -> {}
      case Setting.None none -> {}
      case Setting.DayOf day -> {}
    }
  }
}
