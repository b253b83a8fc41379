package dev.partnerops.approving;

import dev.partnerops.ledger.StandingOverride;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Overrides as rows, one each. */
final class OverrideTable {

  private static final List<Column> COLUMNS =
      List.of(
          Column.count("override"),
          Column.text("programme"),
          Column.text("entity_id"),
          Column.text("role"),
          Column.text("tier"),
          new Column("excluded", Column.Kind.FLAG),
          Column.text("reason"),
          Column.day("until"),
          Column.text("by"),
          Column.text("status"),
          Column.text("approved_by"));

  private OverrideTable() {}

  static ResultTable of(List<StandingOverride> overrides) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (StandingOverride override : overrides) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(override.override());
      row.add(override.programme());
      row.add(override.entity().id());
      row.add(override.entity().role());
      row.add(override.tier());
      row.add(override.excludes());
      row.add(override.reason());
      row.add(override.until());
      row.add(override.by());
      row.add(override.status().word());
      row.add(override.approvedBy());
      rows.add(row);
    }
    return new ResultTable(COLUMNS, rows);
  }
}
