package dev.partnerops.checking;

import dev.partnerops.deciding.Finding;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Message;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.Scorecard;
import dev.partnerops.programme.Setting;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Edges of KPIs: a curve passes through its corners, a missing value earns what is said of it. */
final class CardEdges {

  private static final Fraction HUNDRED = Fraction.of(100);
  private static final int POINTS = 2;

  private final Edges edges;

  CardEdges(Edges edges) {
    this.edges = edges;
  }

  void add(Scorecard.Kpi kpi) {
    Trial entity = edges.entity(kpi.clause());
    for (int i = 0; i < kpi.curve().size(); i++) {
      int place = i;
      edges.attempt(() -> addCorner(kpi, place, entity));
    }
    for (Scorecard.Step step : kpi.steps()) {
      for (Condition.Comparison comparison : step.comparisons()) {
        for (Setting setting : comparison.settings()) {
          edges.attempt(() -> add(kpi, comparison.clause(), entity, setting, null));
        }
      }
    }
    edges.attempt(() -> addMissing(kpi, entity));
  }

  private void addCorner(Scorecard.Kpi kpi, int place, Trial entity) {
    Scorecard.CurvePoint corner = kpi.curve().get(place);
    Optional<Fraction> value = edges.laboratory().judge(entity).number(corner.value());
    if (value.isPresent()) {
      Fraction percent =
          edges.laboratory().judge(entity).number(corner.percent()).orElse(Fraction.ZERO);
      add(kpi, corner.value().clause(), entity, corner.value(), percent);
    }
  }

  /** The points that values around a setting earn; {@code percent} is what must be earned at it. */
  private void add(
      Scorecard.Kpi kpi, Clause clause, Trial entity, Setting setting, @Nullable Fraction percent) {
    Fraction threshold = edges.laboratory().judge(entity).number(setting).orElse(null);
    if (threshold == null) {
      return;
    }
    Metric.Use metric = kpi.metric();
    Fraction step = Edge.step(metric.decimals(), threshold);
    for (Edge.Tried tried : Edge.around(threshold, step, Edge.isNeverNegative(metric))) {
      Value value = new Value.Numeric(tried.value());
      Laboratory.Outcome outcome = edges.laboratory().judge(entity.metric(metric.metric(), value));
      Fraction points = outcome.points(kpi.name());
      Fraction must =
          percent == null || tried.position() != Edge.Position.AT
              ? null
              : mustEarn(kpi, outcome, percent);
      boolean isWrong = points != null && must != null && points.compareTo(must) != 0;
      add(
          kpi,
          clause,
          tried.position(),
          value,
          outcome,
          isWrong ? Message.of("checking.edge.points", shown(must)) : null);
    }
  }

  /** Percent of its weight; absent where it is not rated or lacks what it requires. */
  private static @Nullable Fraction mustEarn(
      Scorecard.Kpi kpi, Laboratory.Outcome outcome, Fraction percent) {
    Fraction possible = outcome.possible(kpi.name());
    Condition require = kpi.require();
    Finding required = require == null ? null : outcome.judge(require);
    return possible == null || (required != null && !required.holds())
        ? null
        : possible.times(percent).dividedBy(HUNDRED);
  }

  private void addMissing(Scorecard.Kpi kpi, Trial entity) {
    Laboratory.Outcome outcome =
        edges.laboratory().judge(entity.metric(kpi.metric().metric(), Value.missing()));
    Fraction points = outcome.points(kpi.name());
    Fraction percent = kpi.missing() == Scorecard.Missing.FULL ? HUNDRED : Fraction.ZERO;
    Fraction must = mustEarn(kpi, outcome, percent);
    boolean isWrong = points != null && must != null && points.compareTo(must) != 0;
    add(
        kpi,
        kpi.clause(),
        Edge.Position.MISSING,
        Value.missing(),
        outcome,
        isWrong ? Message.of("checking.edge.points", shown(must)) : null);
  }

  private void add(
      Scorecard.Kpi kpi,
      Clause clause,
      Edge.Position position,
      Value value,
      Laboratory.Outcome outcome,
      @Nullable Message wrong) {
    edges.add(
        new Edge(
            clause,
            "",
            kpi.metric().label(),
            position,
            value,
            kpi.metric().decimals(),
            shown(outcome.points(kpi.name())),
            outcome.text(),
            wrong));
  }

  private static String shown(@Nullable Fraction points) {
    return points == null ? "" : points.round(POINTS).toPlainString();
  }
}
