package dev.partnerops.runs;

import dev.partnerops.deciding.Decimals;
import dev.partnerops.deciding.Step;
import dev.partnerops.model.Fraction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The clauses that say something else of one entity in two runs: another value, threshold or
 * verdict, as reasons write them (RULES 22).
 */
final class StepChanges {

  private static final Pattern PART =
      Pattern.compile("(?:^|\\.)(minimum|scorecard|ladder|ranking|grants|fee)(?=$|[.\\[])");
  private static final String NOTHING = "none";
  private static final int POINTS_DECIMALS = 2;

  private StepChanges() {}

  /**
   * A clause that changed.
   *
   * @param instrument {@code minimum}, {@code scorecard}, {@code ladder}, …: what asks it; of a
   *     named condition or metric the instrument that uses it; empty where nothing does
   * @param asking the path of the clause of that instrument
   * @param text {@code scorecard.kpis[0] 120 -> 118}
   */
  record Changed(String instrument, String asking, String text) {}

  /** One clause may be met several times, by several metrics. */
  private record Key(String path, String label, int turn) {}

  private record Asked(Step step, String instrument, String asking) {}

  static List<Changed> between(List<Step> a, List<Step> b) {
    Map<Key, Asked> left = byClause(a);
    Map<Key, Asked> right = byClause(b);
    Set<Key> keys = new LinkedHashSet<>(right.keySet());
    keys.addAll(left.keySet());
    List<Changed> changes = new ArrayList<>();
    for (Key key : keys) {
      Asked one = left.get(key);
      Asked other = right.get(key);
      Asked known = other == null ? one : other;
      String text = change(one == null ? null : one.step(), other == null ? null : other.step());
      if (known != null && !text.isEmpty()) {
        changes.add(new Changed(known.instrument(), known.asking(), key.path() + " " + text));
      }
    }
    return changes;
  }

  /** What a clause holds stands before it, so that steps are read from their end. */
  private static Map<Key, Asked> byClause(List<Step> steps) {
    String instrument = "";
    String asking = "";
    List<Asked> asked = new ArrayList<>();
    for (Step step : steps.reversed()) {
      Matcher matcher = PART.matcher(step.clause().path());
      if (matcher.find()) {
        instrument = matcher.group(1);
        asking = step.clause().path();
      }
      asked.add(new Asked(step, instrument, asking));
    }
    Map<Key, Asked> byClause = new LinkedHashMap<>();
    for (Asked each : asked.reversed()) {
      Step step = each.step();
      if (!step.value().isMissing() || !step.comparison().isEmpty() || step.points() != null) {
        Key key = new Key(step.clause().path(), step.label(), 1);
        while (byClause.putIfAbsent(key, each) != null) {
          key = new Key(key.path(), key.label(), key.turn() + 1);
        }
      }
    }
    return byClause;
  }

  /** Empty where both say the same. */
  private static String change(@Nullable Step a, @Nullable Step b) {
    String from = a == null ? NOTHING : said(a);
    String to = b == null ? NOTHING : said(b);
    if (!from.equals(to)) {
      return from + " -> " + to;
    }
    if (a == null || b == null) {
      return "";
    }
    if (a.verdict() != b.verdict()) {
      return verdict(a) + " -> " + verdict(b);
    }
    String earned = points(a.points());
    String points = points(b.points());
    return earned.equals(points) ? "" : "points " + earned + " -> " + points;
  }

  private static String said(Step step) {
    String value = Decimals.text(step.value(), step.decimals());
    return step.comparison().isEmpty() ? value : value + " " + step.comparison();
  }

  private static String verdict(Step step) {
    return step.verdict() == null ? NOTHING : step.verdict().name().toLowerCase(Locale.ROOT);
  }

  private static String points(@Nullable Fraction points) {
    return points == null ? NOTHING : points.round(POINTS_DECIMALS).toPlainString();
  }
}
