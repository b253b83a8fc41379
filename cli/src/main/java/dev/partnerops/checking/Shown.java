package dev.partnerops.checking;

import dev.partnerops.command.Session;
import dev.partnerops.output.Column;
import dev.partnerops.output.Format;
import dev.partnerops.output.ResultTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of findings: on a terminal without the columns that nothing stands in. */
final class Shown {

  private Shown() {}

  static ResultTable of(Session session, List<Column> columns, List<List<@Nullable Object>> rows) {
    if (session.format() != Format.TABLE || session.namesColumns()) {
      return new ResultTable(columns, rows);
    }
    List<Integer> filled = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int place = i;
      if (rows.stream().anyMatch(row -> row.get(place) != null && !row.get(place).equals(""))) {
        filled.add(i);
      }
    }
    if (filled.isEmpty()) {
      return new ResultTable(columns, rows);
    }
    List<List<@Nullable Object>> shorter = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> cells = new ArrayList<>();
      filled.forEach(place -> cells.add(row.get(place)));
      shorter.add(cells);
    }
    return new ResultTable(filled.stream().map(columns::get).toList(), shorter);
  }
}
