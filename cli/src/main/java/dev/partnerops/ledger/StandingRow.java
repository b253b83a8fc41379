package dev.partnerops.ledger;

import dev.partnerops.deciding.Standing;
import dev.partnerops.ledger.UnpackedRows.Cells;
import dev.partnerops.model.Fraction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A standing as texts and back. */
final class StandingRow {

  private static final String BENEATH = "beneath";

  private final Cells<Standing.Place> place;
  private final Cells<String> tier;
  private final Cells<String> shown;
  private final Cells<String> badge;
  private final Cells<Integer> misses;
  private final Cells<Integer> rises;
  private final Cells<List<String>> rising;
  private final Cells<@Nullable LocalDate> exitedOn;
  private final Cells<Standing.Protection.State> protection;
  private final Cells<Integer> used;
  private final Cells<Boolean> holding;
  private final Cells<@Nullable LocalDate> evaluatedOn;
  private final Cells<Map<String, Integer>> held;
  private final Cells<List<Standing.Remembered>> remembered;
  private final Cells<@Nullable String> beneath;
  private Standing last = Standing.NONE;

  StandingRow(UnpackedRows rows) {
    this.place = rows.column("place", Standing.Place::valueOf);
    this.tier = rows.column("tier");
    this.shown = rows.column("shown");
    this.badge = rows.column("held_badge");
    this.misses = rows.column("misses", Integer::valueOf);
    this.rises = rows.column("rises", Integer::valueOf);
    this.rising = rows.column("rising", Texts::split);
    this.exitedOn = rows.column("exited_on", Texts::day);
    this.protection = rows.column("protection", Standing.Protection.State::valueOf);
    this.used = rows.column("protection_used", Integer::valueOf);
    this.holding = rows.column("protection_holding", Boolean::valueOf);
    this.evaluatedOn = rows.column("evaluated_on", Texts::day);
    this.held = rows.column("held", StandingRow::held);
    this.remembered =
        rows.column(
            "remembered", text -> Texts.split(text).stream().map(StandingRow::remembered).toList());
    this.beneath = rows.column(BENEATH, text -> text.isEmpty() ? null : text.substring(1));
  }

  /** A column that says nothing is not kept: it is younger than some digests. */
  static List<TextColumn> of(IntFunction<Standing> standings, int size) {
    List<TextColumn> columns = new ArrayList<>(of(standings));
    if (IntStream.range(0, size).anyMatch(row -> standings.apply(row).beneath() != null)) {
      columns.add(TextColumn.of(BENEATH, standings, StandingRow::beneath));
    }
    return columns;
  }

  private static String beneath(Standing standing) {
    return standing.beneath() == null ? "" : "=" + standing.beneath();
  }

  private static List<TextColumn> of(IntFunction<Standing> standings) {
    return List.of(
        TextColumn.of("place", standings, standing -> standing.place().name()),
        TextColumn.of("tier", standings, Standing::tier),
        TextColumn.of("shown", standings, Standing::shown),
        TextColumn.of("held_badge", standings, Standing::badge),
        TextColumn.of("misses", standings, standing -> Integer.toString(standing.misses())),
        TextColumn.of("rises", standings, standing -> Integer.toString(standing.rises())),
        TextColumn.of("rising", standings, standing -> Texts.join(standing.rising())),
        TextColumn.of("exited_on", standings, standing -> Texts.of(standing.exitedOn())),
        TextColumn.of("protection", standings, standing -> standing.protection().state().name()),
        TextColumn.of(
            "protection_used",
            standings,
            standing -> Integer.toString(standing.protection().used())),
        TextColumn.of(
            "protection_holding",
            standings,
            standing -> Boolean.toString(standing.protection().holding())),
        TextColumn.of("evaluated_on", standings, standing -> Texts.of(standing.evaluatedOn())),
        TextColumn.of("held", standings, standing -> Texts.join(standing.held())),
        TextColumn.of("remembered", standings, standing -> Texts.join(remembered(standing))));
  }

  private static List<String> remembered(Standing standing) {
    return standing.remembered().stream()
        .map(each -> each.entry() + " " + each.day() + " " + Texts.of(each.points()))
        .toList();
  }

  /** The standing of a row; equal ones that follow each other are one object. */
  Standing read(int row) {
    Standing standing =
        new Standing(
            place.at(row),
            tier.at(row),
            shown.at(row),
            badge.at(row),
            misses.at(row),
            rises.at(row),
            rising.at(row),
            exitedOn.at(row),
            new Standing.Protection(protection.at(row), used.at(row), holding.at(row)),
            evaluatedOn.at(row),
            held.at(row),
            remembered.at(row),
            beneath.at(row));
    if (!standing.equals(last)) {
      last = standing;
    }
    return last;
  }

  private static Map<String, Integer> held(String text) {
    Map<String, Integer> held = new LinkedHashMap<>();
    Texts.map(text).forEach((clause, times) -> held.put(clause, Integer.valueOf(times)));
    return held;
  }

  private static Standing.Remembered remembered(String text) {
    String[] parts = text.split(" ", 3);
    Fraction points = Texts.fraction(parts[2]);
    return new Standing.Remembered(parts[0], LocalDate.parse(parts[1]), points);
  }
}
