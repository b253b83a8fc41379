package dev.partnerops.programme;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Period;
import dev.partnerops.model.Value;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of cases that a policy must decide as they say (SPEC section 4, "Tests"), with everything
 * that a case takes over from {@code given}, and a step or an entity from its case, already put
 * together.
 *
 * @param file as the user named it, for messages
 * @param programme the id of the policy it tests; {@code line} where it is named
 * @param edition absent: the one in force
 */
public record PolicyTest(
    String file, String programme, int line, @Nullable Integer edition, List<Case> cases) {

  public PolicyTest {
    cases = List.copyOf(cases);
  }

  /**
   * One case.
   *
   * @param rows data sets by name, to be imported and measured; none: everything is stated
   * @param params parameters of the policy with other values than its own
   * @param steps evaluations one after the other, one at least, each approved before the next
   */
  public record Case(
      String name, int line, List<Rows> rows, Map<String, YamlNode> params, List<Step> steps) {
    public Case {
      rows = List.copyOf(rows);
      params = inOrder(params);
      steps = List.copyOf(steps);
    }
  }

  /**
   * Rows of a data set, as a file would bring them.
   *
   * @param columns of all rows, by the names they are written with
   * @param cells in the order of the columns, absent where the row says nothing; empty where the
   *     rows stand in a file
   * @param path of that file, beside the test
   */
  public record Rows(
      String dataSet,
      int line,
      List<String> columns,
      List<List<String>> cells,
      @Nullable String path) {}

  /**
   * One evaluation.
   *
   * @param number from 1 among the steps of its case; 0 of a case without steps
   * @param period absent in a step after the first: the next one
   * @param asOf absent: the period's last day
   * @param facts of every entity the step does not name, which are those of {@code rows}
   * @param entities by id; without rows at least one
   * @param named whether the file names its entities, so that {@code expect} goes by their ids
   */
  public record Step(
      int number,
      int line,
      @Nullable Period period,
      @Nullable LocalDate asOf,
      Facts facts,
      Map<String, Facts> entities,
      boolean named,
      List<Expected> expected) {
    public Step {
      entities = inOrder(entities);
      expected = List.copyOf(expected);
    }
  }

  /** A value with the line it is given in. */
  public record Fact(Value value, int line) {}

  /** What is stated of an entity. */
  public record Facts(
      Map<String, Fact> fields,
      Map<String, Fact> metrics,
      Map<String, Other> others,
      Before before,
      @Nullable Fact score,
      @Nullable Fact tier,
      @Nullable Fact badge,
      @Nullable FeeBase feeBase) {

    public static final Facts NONE =
        new Facts(Map.of(), Map.of(), Map.of(), Before.NONE, null, null, null, null);

    public Facts {
      fields = inOrder(fields);
      metrics = inOrder(metrics);
      others = inOrder(others);
    }

    /** Without what rows say better: what was before, and what others decided. */
    Facts beside() {
      return new Facts(Map.of(), Map.of(), others, before, null, null, null, null);
    }

    /** What these facts and those that add to them say together; the latter win. */
    Facts with(Facts more) {
      return new Facts(
          together(fields, more.fields),
          together(metrics, more.metrics),
          together(others, more.others),
          before.with(more.before),
          more.score == null ? score : more.score,
          more.tier == null ? tier : more.tier,
          more.badge == null ? badge : more.badge,
          more.feeBase == null ? feeBase : more.feeBase);
    }
  }

  /**
   * The standing before the first step.
   *
   * @param tier missing for none: evaluated before, in no tier; {@code badge} alike
   * @param granted yuan by benefit, booked in the period before
   * @param held evaluations running, by the path of a {@code held} clause
   */
  public record Before(
      @Nullable Fact tier,
      @Nullable Fact badge,
      @Nullable Integer misses,
      @Nullable Integer rises,
      @Nullable LocalDate exitedOn,
      Map<String, Fraction> granted,
      Map<String, Integer> held) {

    public static final Before NONE = new Before(null, null, null, null, null, Map.of(), Map.of());

    public Before {
      granted = inOrder(granted);
      held = inOrder(held);
    }

    Before with(Before more) {
      return new Before(
          more.tier == null ? tier : more.tier,
          more.badge == null ? badge : more.badge,
          more.misses == null ? misses : more.misses,
          more.rises == null ? rises : more.rises,
          more.exitedOn == null ? exitedOn : more.exitedOn,
          together(granted, more.granted),
          together(held, more.held));
    }
  }

  /**
   * What another programme's last approved run said of the entity.
   *
   * @param none it has none: {@code PROGRAMME: null}
   * @param tier empty for none; {@code badge} alike
   */
  public record Other(
      boolean none,
      String tier,
      String badge,
      @Nullable Fraction score,
      @Nullable Integer rank,
      Map<String, Fraction> points,
      Map<String, Fraction> granted) {}

  /** {@code fee_base: [before, after]}, yuan. */
  public record FeeBase(Fraction before, Fraction after) {}

  /**
   * One thing that must come out.
   *
   * @param entity the id; empty where the case has but one entity and for {@code TOTALS}
   * @param name the column, KPI, metric, condition, benefit
   * @param column of a grant or a fee, the beneficiary of a total; empty where the whole row is
   *     meant
   * @param value missing for {@code null}: an empty cell, no row
   * @param decimals it is written with; more than two are compared exactly
   */
  public record Expected(
      Part part, String entity, String name, String column, Value value, int decimals, int line) {

    /** Where it is looked for. */
    public enum Part {
      ROW,
      COLUMN,
      POINTS,
      METRICS,
      MET,
      GRANTS,
      FEE,
      TOTALS
    }

    /** As results name it: {@code tier_after}, {@code grants.star-bonus.amount}. */
    public String path() {
      return switch (part) {
        case ROW -> "";
        case COLUMN -> name;
        case FEE -> column.isEmpty() ? "fee" : "fee." + column;
        case POINTS -> "points." + name;
        case METRICS -> "metrics." + name;
        case MET -> "met." + name;
        case GRANTS -> "grants." + name + (column.isEmpty() ? "" : "." + column);
        case TOTALS -> "totals." + name + "." + column;
      };
    }
  }

  private static <T> Map<String, T> together(Map<String, T> first, Map<String, T> more) {
    Map<String, T> together = new LinkedHashMap<>(first);
    more.forEach((name, value) -> {
      together.remove(name);
      together.put(name, value);
    });
    return together;
  }

  private static <T> Map<String, T> inOrder(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
