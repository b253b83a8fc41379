package dev.partnerops.ledger;

import dev.partnerops.deciding.Standing;
import dev.partnerops.model.Fraction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A standing as texts and back. */
final class StandingRow {

  static final int COLUMNS = 14;

  private StandingRow() {}

  static List<String> of(Standing standing) {
    List<String> remembered = new ArrayList<>();
    for (Standing.Remembered each : standing.remembered()) {
      remembered.add(each.entry() + " " + each.day() + " " + Texts.of(each.points()));
    }
    return List.of(
        standing.place().name(),
        standing.tier(),
        standing.shown(),
        standing.badge(),
        Integer.toString(standing.misses()),
        Integer.toString(standing.rises()),
        Texts.join(standing.rising()),
        Texts.of(standing.exitedOn()),
        standing.protection().state().name(),
        Integer.toString(standing.protection().used()),
        Boolean.toString(standing.protection().holding()),
        Texts.of(standing.evaluatedOn()),
        Texts.join(standing.held()),
        Texts.join(remembered));
  }

  static Standing read(List<String> row) {
    Map<String, Integer> held = new LinkedHashMap<>();
    Texts.map(row.get(12)).forEach((clause, times) -> held.put(clause, Integer.valueOf(times)));
    return new Standing(
        Standing.Place.valueOf(row.get(0)),
        row.get(1),
        row.get(2),
        row.get(3),
        Integer.parseInt(row.get(4)),
        Integer.parseInt(row.get(5)),
        Texts.split(row.get(6)),
        Texts.day(row.get(7)),
        new Standing.Protection(
            Standing.Protection.State.valueOf(row.get(8)),
            Integer.parseInt(row.get(9)),
            Boolean.parseBoolean(row.get(10))),
        Texts.day(row.get(11)),
        held,
        Texts.split(row.get(13)).stream().map(StandingRow::remembered).toList());
  }

  private static Standing.Remembered remembered(String text) {
    String[] parts = text.split(" ", 3);
    Fraction points = Texts.fraction(parts[2]);
    return new Standing.Remembered(parts[0], LocalDate.parse(parts[1]), points);
  }
}
