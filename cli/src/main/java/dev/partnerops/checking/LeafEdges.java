package dev.partnerops.checking;

import dev.partnerops.deciding.Finding;
import dev.partnerops.deciding.Standing;
import dev.partnerops.deciding.Verdict;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Message;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Ladder;
import dev.partnerops.programme.Leaf;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Setting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Edges of conditions: a comparison turns at its threshold, a missing value as the policy says. */
final class LeafEdges {

  private final Programme programme;
  private final Edges edges;

  LeafEdges(Programme programme, Edges edges) {
    this.programme = programme;
    this.edges = edges;
  }

  void add(Leaf leaf) {
    List<@Nullable Setting> settings = new ArrayList<>();
    leaf.comparisons().forEach(one -> settings.addAll(one.settings()));
    Map<String, Trial> variants = Edges.variants(settings, entity(leaf));
    variants.forEach((of, entity) -> edges.attempt(() -> add(leaf, of, entity)));
  }

  /** Who is to leave a ladder must stand on it. */
  private Trial entity(Leaf leaf) {
    Trial entity = edges.entity(leaf.clause());
    Ladder ladder = programme.instruments().ladder();
    return leaf.clause().path().contains("ladder.exit") && ladder != null
        ? entity.after(Standing.in(ladder.tiers().getFirst().name()))
        : entity;
  }

  private void add(Leaf leaf, String of, Trial entity) {
    Finding now = edges.laboratory().judge(entity).judge(leaf.condition());
    if (now == null) {
      return;
    }
    boolean any = false;
    for (int i = 0; i < leaf.comparisons().size(); i++) {
      if (isOrdered(leaf.comparisons().get(i).operator())) {
        List<Value> thresholds = now.compared().get(i).thresholds();
        for (int j = 0; j < thresholds.size(); j++) {
          any |= add(leaf, of, entity, i, j, thresholds);
        }
      }
    }
    if (any) {
      addMissing(leaf, of, entity);
    }
  }

  private boolean add(
      Leaf leaf, String of, Trial entity, int comparison, int place, List<Value> thresholds) {
    Condition.Operator operator = leaf.comparisons().get(comparison).operator();
    List<Beside> around = around(leaf, thresholds.get(place));
    for (Beside beside : around) {
      Trial tried = with(leaf, entity, beside.value());
      Finding finding = edges.laboratory().judge(tried).judge(leaf.condition());
      if (finding != null) {
        Verdict must =
            operator == Condition.Operator.BETWEEN
                ? between(beside.value(), thresholds)
                : must(operator, beside.position());
        boolean isWrong = finding.compared().get(comparison).verdict() != must;
        add(leaf, of, beside, finding.verdict(), tried, isWrong ? must : null);
      }
    }
    return !around.isEmpty();
  }

  private void addMissing(Leaf leaf, String of, Trial entity) {
    Trial tried = with(leaf, entity, Value.missing());
    Finding finding = edges.laboratory().judge(tried).judge(leaf.condition());
    if (finding == null) {
      return;
    }
    // Beside others, is_not knows of a missing value by itself.
    boolean ordered = leaf.comparisons().stream().allMatch(one -> isOrdered(one.operator()));
    Verdict must = mustBeMissing(leaf);
    boolean isWrong = ordered && finding.verdict() != must;
    add(
        leaf,
        of,
        new Beside(Edge.Position.MISSING, Value.missing()),
        finding.verdict(),
        tried,
        isWrong ? must : null);
  }

  private void add(
      Leaf leaf, String of, Beside beside, Verdict verdict, Trial tried, @Nullable Verdict must) {
    Metric.Use metric = leaf.metric();
    edges.add(
        new Edge(
            leaf.clause(),
            of,
            leaf.label(),
            beside.position(),
            beside.value(),
            metric == null ? Metric.Use.AS_IT_IS : metric.decimals(),
            Edge.word(verdict),
            edges.laboratory().judge(tried.reckoned()).text(),
            must == null ? null : Message.of("checking.edge.verdict", Edge.word(must))));
  }

  private Verdict mustBeMissing(Leaf leaf) {
    Condition.WhenMissing own = leaf.whenMissing();
    Condition.WhenMissing common = leaf.kind() == Leaf.Kind.METRIC ? programme.whenMissing() : null;
    return switch (own == null ? common : own) {
      case null -> Verdict.UNMET;
      case MET -> Verdict.MET;
      case UNMET -> Verdict.UNMET;
      case SKIP -> Verdict.SKIPPED;
    };
  }

  private static boolean isOrdered(Condition.Operator operator) {
    return switch (operator) {
      case AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, BETWEEN, FROM, TO -> true;
      case IS, IS_NOT, IN, NOT_IN, MISSING -> false;
    };
  }

  /** A step may leap over the other end. */
  private static Verdict between(Value value, List<Value> thresholds) {
    Fraction number = value.findNumber().orElseThrow();
    boolean met =
        number.compareTo(thresholds.getFirst().findNumber().orElseThrow()) >= 0
            && number.compareTo(thresholds.getLast().findNumber().orElseThrow()) <= 0;
    return met ? Verdict.MET : Verdict.UNMET;
  }

  private static Verdict must(Condition.Operator operator, Edge.Position position) {
    boolean met =
        switch (operator) {
          case AT_LEAST, FROM -> position != Edge.Position.BELOW;
          case MORE_THAN -> position == Edge.Position.ABOVE;
          case AT_MOST, TO -> position != Edge.Position.ABOVE;
          case LESS_THAN -> position == Edge.Position.BELOW;
          case BETWEEN, IS, IS_NOT, IN, NOT_IN, MISSING ->
              throw new IllegalArgumentException("no edge of " + operator);
        };
    return met ? Verdict.MET : Verdict.UNMET;
  }

  /** A number or a day beside a threshold. */
  private record Beside(Edge.Position position, Value value) {}

  /** Nothing where the threshold is neither a number nor a day. */
  private static List<Beside> around(Leaf leaf, Value threshold) {
    if (threshold instanceof Value.Day(LocalDate day)) {
      return List.of(
          new Beside(Edge.Position.BELOW, new Value.Day(day.minusDays(1))),
          new Beside(Edge.Position.AT, threshold),
          new Beside(Edge.Position.ABOVE, new Value.Day(day.plusDays(1))));
    }
    Fraction number = threshold.findNumber().orElse(null);
    if (number == null) {
      return List.of();
    }
    Metric.Use metric = leaf.metric();
    int decimals = metric == null ? Metric.Use.AS_IT_IS : metric.decimals();
    boolean neverNegative =
        metric == null ? leaf.kind() == Leaf.Kind.AGE : Edge.isNeverNegative(metric);
    return Edge.around(number, Edge.step(decimals, number), neverNegative).stream()
        .map(tried -> new Beside(tried.position(), new Value.Numeric(tried.value())))
        .toList();
  }

  private Trial with(Leaf leaf, Trial entity, Value value) {
    Metric.Use metric = leaf.metric();
    if (metric != null) {
      return entity.metric(metric.metric(), value);
    }
    return leaf.kind() == Leaf.Kind.AGE
        ? entity.field(leaf.field(), born(value))
        : entity.field(leaf.field(), value);
  }

  /** The day that is so many days ago at the end. */
  private Value born(Value age) {
    LocalDate end = edges.laboratory().evaluation().end();
    return age.findNumber()
        .<Value>map(days -> new Value.Day(end.minusDays(days.floor().longValueExact())))
        .orElse(Value.missing());
  }
}
