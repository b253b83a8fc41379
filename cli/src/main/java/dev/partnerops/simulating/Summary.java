package dev.partnerops.simulating;

import dev.partnerops.model.Period;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code simulate}: a row for each period, and one for all of them. */
final class Summary {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("period"),
          Column.count("entities"),
          Column.count("winners"),
          Column.count("losers"),
          Column.count("unchanged"),
          Column.count("upgrades_in_force"),
          Column.count("upgrades_simulated"),
          Column.count("downgrades_in_force"),
          Column.count("downgrades_simulated"),
          Column.money("cost_in_force"),
          Column.money("cost_simulated"),
          Column.money("cost_change"),
          Column.money("fees_in_force"),
          Column.money("fees_simulated"));

  private static final String TOTAL = "total";

  private Summary() {}

  static ResultTable of(List<Period> periods, List<List<Pair>> compared) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < periods.size(); i++) {
      rows.add(row(periods.get(i).label(), Tally.of(compared.get(i))));
    }
    rows.add(row(TOTAL, Tally.over(compared)));
    return new ResultTable(COLUMNS, rows);
  }

  private static List<@Nullable Object> row(String period, Tally tally) {
    return Arrays.asList(
        period,
        tally.entities(),
        tally.winners(),
        tally.losers(),
        tally.unchanged(),
        tally.inForce().ups(),
        tally.simulated().ups(),
        tally.inForce().downs(),
        tally.simulated().downs(),
        tally.inForce().cost(),
        tally.simulated().cost(),
        tally.simulated().cost().minus(tally.inForce().cost()),
        tally.inForce().fees(),
        tally.simulated().fees());
  }
}
