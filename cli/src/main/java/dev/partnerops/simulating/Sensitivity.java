package dev.partnerops.simulating;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code simulate --vary}: a row for each value, or for each combination of several: who wins and
 * loses against the policy in force, how many stand in each tier after the last period, what it
 * costs.
 */
final class Sensitivity {

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final List<String> paths;
  private final List<Row> rows = new ArrayList<>();
  private final Set<String> tiers = new LinkedHashSet<>();

  private record Row(Map<String, String> values, Tally tally, Map<String, Integer> inTier) {}

  Sensitivity(List<String> paths) {
    this.paths = List.copyOf(paths);
  }

  /**
   * Adds what those values come to.
   *
   * @param last the last period as they left it
   * @param order the tiers that the policy has then, lowest first
   */
  void add(
      Map<String, String> values, List<List<Pair>> compared, Outcomes last, List<String> order) {
    tiers.addAll(order);
    Map<String, Integer> inTier = new HashMap<>();
    for (Outcome outcome : last.byEntity().values()) {
      inTier.merge(outcome.tier(), 1, Integer::sum);
    }
    rows.add(new Row(values, Tally.over(compared), inTier));
  }

  /**
   * The table.
   *
   * @param barWidth in characters; 0 without bars
   */
  ResultTable table(int barWidth) {
    List<Column> columns = new ArrayList<>();
    paths.forEach(path -> columns.add(Column.text(paths.size() == 1 ? "value" : path)));
    columns.add(Column.count("winners"));
    columns.add(Column.count("losers"));
    tiers.forEach(tier -> columns.add(Column.count("tier." + tier)));
    columns.add(Column.count("badges"));
    columns.add(Column.money("cost"));
    columns.add(Column.money("cost_change"));
    columns.add(Column.money("fees"));
    columns.add(Column.money("fees_change"));
    List<String> bars = List.of();
    if (barWidth > 0) {
      columns.add(Column.text("bar"));
      bars = Bar.of(drawn(), barWidth);
    }
    List<List<@Nullable Object>> cells = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      cells.add(cells(rows.get(i), barWidth > 0 ? bars.get(i) : null));
    }
    return new ResultTable(columns, cells);
  }

  private List<@Nullable Object> cells(Row row, @Nullable String bar) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (String path : paths) {
      String value = row.values().getOrDefault(path, "");
      cells.add(NUMBER.matcher(value).matches() ? new BigDecimal(value) : value);
    }
    Tally tally = row.tally();
    cells.add(tally.winners());
    cells.add(tally.losers());
    tiers.forEach(tier -> cells.add(row.inTier().getOrDefault(tier, 0)));
    cells.add(tally.simulated().badges());
    cells.add(tally.simulated().cost());
    cells.add(tally.simulated().cost().minus(tally.inForce().cost()));
    cells.add(tally.simulated().fees());
    cells.add(tally.simulated().fees().minus(tally.inForce().fees()));
    if (bar != null) {
      cells.add(bar);
    }
    return cells;
  }

  /**
   * What the bars show: the cost; where that is the same for all values the fees, then the number
   * in the highest tier, then the badges.
   */
  private List<Fraction> drawn() {
    String top = tiers.stream().reduce("", (lower, higher) -> higher);
    List<Function<Row, Fraction>> series =
        List.of(
            row -> yuan(row.tally().simulated().cost()),
            row -> yuan(row.tally().simulated().fees()),
            row -> Fraction.of(row.inTier().getOrDefault(top, 0)),
            row -> Fraction.of(row.tally().simulated().badges()));
    for (Function<Row, Fraction> each : series) {
      List<Fraction> numbers = rows.stream().map(each).toList();
      if (numbers.stream().distinct().count() > 1) {
        return numbers;
      }
    }
    return rows.stream().map(series.getFirst()).toList();
  }

  private static Fraction yuan(Money money) {
    return money.yuan();
  }
}
