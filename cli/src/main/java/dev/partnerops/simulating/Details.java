package dev.partnerops.simulating;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import dev.partnerops.model.Period;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code simulate --details}: a row for each thing that ends differently: by period, then tiers,
 * badges, benefits, fees, scores, the largest change first.
 */
final class Details {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("period"),
          Column.text("entity_id"),
          Column.text("role"),
          Column.text("name"),
          Column.text("what"),
          Column.text("in_force"),
          Column.text("simulated"),
          Column.text("change"),
          Column.text("verdict"));

  private static final int DECIMALS = 2;

  private static final Comparator<Row> ORDER =
      Comparator.comparing(Row::part)
          .thenComparing(Row::what)
          .thenComparing(Row::size, Comparator.reverseOrder())
          .thenComparing(row -> row.pair().id());

  /** What may differ, in the order of the rows. */
  private enum Part {
    TIER,
    BADGE,
    GRANTED,
    FEE,
    SCORE
  }

  private record Row(
      Pair pair,
      Part part,
      String what,
      @Nullable Object inForce,
      @Nullable Object simulated,
      String change,
      Fraction size) {}

  private Details() {}

  static ResultTable of(List<Period> periods, List<List<Pair>> compared) {
    List<List<@Nullable Object>> cells = new ArrayList<>();
    for (int i = 0; i < periods.size(); i++) {
      List<Row> rows = new ArrayList<>();
      compared.get(i).forEach(pair -> add(pair, rows));
      rows.sort(ORDER);
      for (Row row : rows) {
        cells.add(cells(periods.get(i), row));
      }
    }
    return new ResultTable(COLUMNS, cells);
  }

  private static List<@Nullable Object> cells(Period period, Row row) {
    Pair pair = row.pair();
    Outcome shown = pair.simulated() == null ? pair.inForce() : pair.simulated();
    return Arrays.asList(
        period.label(),
        pair.id().id(),
        pair.id().role().isEmpty() ? null : pair.id().role(),
        shown == null || shown.name().isEmpty() ? null : shown.name(),
        row.what(),
        row.inForce(),
        row.simulated(),
        row.change(),
        pair.verdict() == Pair.Verdict.EVEN
            ? null
            : pair.verdict().name().toLowerCase(Locale.ROOT));
  }

  private static void add(Pair pair, List<Row> rows) {
    Outcome inForce = pair.inForce();
    Outcome simulated = pair.simulated();
    addName(pair, Part.TIER, Pair.tier(inForce), Pair.tier(simulated), pair.tierSteps(), rows);
    addName(pair, Part.BADGE, Pair.badge(inForce), Pair.badge(simulated), pair.badgeSteps(), rows);
    Set<String> benefits = new TreeSet<>();
    if (inForce != null) {
      benefits.addAll(inForce.granted().keySet());
    }
    if (simulated != null) {
      benefits.addAll(simulated.granted().keySet());
    }
    for (String benefit : benefits) {
      addMoney(
          pair,
          Part.GRANTED,
          "granted." + benefit,
          inForce == null ? null : inForce.granted().get(benefit),
          simulated == null ? null : simulated.granted().get(benefit),
          rows);
    }
    addMoney(
        pair,
        Part.FEE,
        "fee",
        inForce == null ? null : inForce.fee(),
        simulated == null ? null : simulated.fee(),
        rows);
    addNumber(
        pair,
        Part.SCORE,
        "score",
        inForce == null ? null : inForce.score(),
        simulated == null ? null : simulated.score(),
        "up",
        "down",
        rows);
  }

  private static void addName(
      Pair pair, Part part, String from, String to, int steps, List<Row> rows) {
    if (!from.equals(to)) {
      rows.add(
          new Row(
              pair,
              part,
              part.name().toLowerCase(Locale.ROOT),
              from.isEmpty() ? null : from,
              to.isEmpty() ? null : to,
              steps > 0 ? "up" : steps < 0 ? "down" : "other",
              Fraction.of(Math.abs(steps))));
    }
  }

  private static void addMoney(
      Pair pair, Part part, String what, @Nullable Money from, @Nullable Money to, List<Row> rows) {
    addNumber(
        pair,
        part,
        what,
        from == null ? null : from.yuan(),
        to == null ? null : to.yuan(),
        "more",
        "less",
        rows);
  }

  private static void addNumber(
      Pair pair,
      Part part,
      String what,
      @Nullable Fraction from,
      @Nullable Fraction to,
      String up,
      String down,
      List<Row> rows) {
    Fraction before = from == null ? Fraction.ZERO : from;
    Fraction after = to == null ? Fraction.ZERO : to;
    int sign = after.compareTo(before);
    boolean appears = (from == null) != (to == null);
    if (sign != 0 || appears) {
      Fraction difference = after.minus(before);
      rows.add(
          new Row(
              pair,
              part,
              what,
              rounded(from),
              rounded(to),
              from == null ? "new" : to == null ? "gone" : sign > 0 ? up : down,
              difference.signum() < 0 ? difference.negate() : difference));
    }
  }

  private static @Nullable BigDecimal rounded(@Nullable Fraction number) {
    return number == null ? null : number.round(DECIMALS);
  }
}
