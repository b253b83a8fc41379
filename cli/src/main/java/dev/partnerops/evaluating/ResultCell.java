package dev.partnerops.evaluating;

import dev.partnerops.deciding.Decimals;
import dev.partnerops.deciding.Earned;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Standing;
import dev.partnerops.deciding.Values;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.programme.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One result of an entity as two runs are compared by it.
 *
 * @param what the column that shows it, or what is kept beside the columns
 * @param text as it is printed; empty for nothing
 * @param exact tells apart what prints alike
 * @param isShown whether a command prints it as a result of its own
 */
record ResultCell(
    RunComparison.Part part, String what, String text, String exact, boolean isShown) {

  private static final int SCORE_DECIMALS = 2;
  private static final int OTHER_DECIMALS = 6;

  /** Everything a decision says, the columns of the three commands first. */
  static List<ResultCell> of(EntityDecision decision, int edition) {
    Cells score = new Cells(RunComparison.Part.SCORE);
    score.shown("segment", decision.segment());
    score.shown("status", decision.status().word());
    Fraction points = decision.score();
    score.add("score", rounded(points, SCORE_DECIMALS), text(points), true);
    score.shown("rank", decision.rank());
    score.kept("edition", edition);
    for (Earned earned : decision.points()) {
      score.kept("points." + earned.name(), text(earned.points()));
      score.kept("value." + earned.name(), Values.text(earned.value()));
      score.kept("possible." + earned.name(), text(earned.possible()));
    }
    Cells tier = new Cells(RunComparison.Part.TIER);
    tier.shown("tier_after", decision.tierAfter());
    tier.shown("tier_calculated", decision.tierCalculated());
    tier.shown("action", decision.action() == null ? "" : decision.action().word());
    tier.kept("tier_before", decision.tierBefore());
    tier.kept("reasons", decision.reasons());
    tier.standing("standing.", decision.after());
    Cells badge = new Cells(RunComparison.Part.BADGE);
    badge.shown("partition", decision.partition());
    badge.shown("rank", decision.place());
    boolean ranked = decision.place() != null;
    Value value = decision.placeValue();
    badge.add("value", ranked ? text(value) : "", Values.text(value), true);
    badge.shown("badge", decision.badge());
    List<ResultCell> cells = new ArrayList<>(score.cells);
    cells.addAll(tier.cells);
    cells.addAll(badge.cells);
    return cells;
  }

  /**
   * Everything of a grant.
   *
   * @param of what it is called beside other grants of the entity
   */
  static List<ResultCell> of(GrantDecision grant, String of, boolean approved) {
    Cells cells = new Cells(RunComparison.Part.SUBSIDY);
    cells.shown(of + ".status", grant.word(approved));
    cells.shown(of + ".amount", grant.amount());
    cells.kept(of + ".due", grant.due());
    cells.kept(of + ".key", grant.key());
    cells.kept(of + ".beneficiary", grant.beneficiary());
    cells.kept(of + ".holders", grant.holders().isEmpty() ? "" : new TreeMap<>(grant.holders()));
    cells.kept(of + ".adjusts", grant.adjusts());
    cells.kept(of + ".assignee", grant.assignee());
    cells.kept(of + ".reasons", grant.reasons());
    return cells.cells;
  }

  static List<ResultCell> of(FeeStatement fee) {
    Cells cells = new Cells(RunComparison.Part.FEE);
    cells.shown("base_before", fee.baseBefore());
    cells.shown("base_after", fee.baseAfter());
    cells.shown("amount", fee.amount());
    cells.shown("standard_amount", fee.standardAmount());
    cells.shown("saved", fee.saved());
    cells.kept("reduced", fee.reduced());
    cells.kept("reasons", fee.reasons());
    return cells.cells;
  }

  /** What was measured, by metric. */
  static List<ResultCell> of(List<String> references, List<Value> values) {
    Cells cells = new Cells(RunComparison.Part.VALUE);
    for (int i = 0; i < references.size(); i++) {
      Value value = values.get(i);
      cells.add(references.get(i), value.isMissing() ? "" : text(value), exact(value), false);
    }
    return cells.cells;
  }

  /** Where somebody stands who was not judged. */
  static List<ResultCell> ofWaiting(Standing standing) {
    Cells cells = new Cells(RunComparison.Part.TIER);
    cells.standing("waiting.", standing);
    return cells.cells;
  }

  private static String exact(Value value) {
    return value instanceof Value.Rate rate
        ? text(rate.numerator()) + " / " + text(rate.denominator())
        : Values.text(value);
  }

  /** Endless decimals are cut as a machine-readable answer cuts them (RULES 22). */
  private static String text(Value value) {
    boolean endless = value.findNumber().filter(number -> !number.isDecimal()).isPresent();
    return Decimals.text(value, endless ? OTHER_DECIMALS : Metric.Use.AS_IT_IS);
  }

  private static String rounded(@Nullable Fraction number, int decimals) {
    return number == null ? "" : number.round(decimals).toPlainString();
  }

  private static String text(@Nullable Fraction number) {
    return number == null ? "" : number.toString();
  }

  /** Results of one part in the making. */
  private static final class Cells {

    private final RunComparison.Part part;
    private final List<ResultCell> cells = new ArrayList<>();

    Cells(RunComparison.Part part) {
      this.part = part;
    }

    void add(String what, String text, String exact, boolean isShown) {
      cells.add(new ResultCell(part, what, text, exact, isShown));
    }

    void shown(String what, @Nullable Object content) {
      String text = content == null ? "" : content.toString();
      add(what, text, text, true);
    }

    void kept(String what, @Nullable Object content) {
      String text = content == null ? "" : content.toString();
      add(what, text, text, false);
    }

    void standing(String prefix, Standing standing) {
      kept(prefix + "place", standing.place());
      kept(prefix + "tier", standing.tier());
      kept(prefix + "shown", standing.shown());
      kept(prefix + "badge", standing.badge());
      kept(prefix + "misses", standing.misses());
      kept(prefix + "rises", standing.rises());
      kept(prefix + "rising", standing.rising());
      kept(prefix + "exited_on", standing.exitedOn());
      kept(prefix + "protection", standing.protection());
      kept(prefix + "evaluated_on", standing.evaluatedOn());
      Map<String, Integer> held = new TreeMap<>(standing.held());
      kept(prefix + "held", held);
      kept(prefix + "remembered", standing.remembered());
    }
  }
}
