package dev.partnerops.ledger;

import dev.partnerops.deciding.Action;
import dev.partnerops.deciding.Earned;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Status;
import dev.partnerops.ledger.UnpackedRows.Cells;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Decisions with their editions as texts and back; the standing after stands at their end. */
final class DecisionRow {

  private final Cells<String> id;
  private final Cells<String> role;
  private final Cells<String> name;
  private final Cells<Integer> edition;
  private final Cells<String> segment;
  private final Cells<Status> status;
  private final Cells<@Nullable Fraction> score;
  private final Cells<@Nullable Integer> rank;
  private final Cells<List<Earned>> points;
  private final Cells<String> tierBefore;
  private final Cells<String> tierAfter;
  private final Cells<String> tierCalculated;
  private final Cells<@Nullable Action> action;
  private final Cells<String> reasons;
  private final Cells<String> partition;
  private final Cells<@Nullable Integer> place;
  private final Cells<Value> placeValue;
  private final Cells<String> badge;
  private final StandingRow after;

  DecisionRow(UnpackedRows rows) {
    this.id = rows.column("entity_id");
    this.role = rows.column("role");
    this.name = rows.column("name");
    this.edition = rows.column("edition", Integer::valueOf);
    this.segment = rows.column("segment");
    this.status = rows.column("status", Status::valueOf);
    this.score = rows.column("score", text -> text.isEmpty() ? null : Texts.fraction(text));
    this.rank = rows.column("rank", Texts::whole);
    this.points =
        rows.column(
            "points", text -> Texts.split(text).stream().map(DecisionRow::readEarned).toList());
    this.tierBefore = rows.column("tier_before");
    this.tierAfter = rows.column("tier_after");
    this.tierCalculated = rows.column("tier_calculated");
    this.action = rows.column("action", text -> text.isEmpty() ? null : Action.valueOf(text));
    this.reasons = rows.column("reasons");
    this.partition = rows.column("partition");
    this.place = rows.column("ranking_place", Texts::whole);
    this.placeValue = rows.column("ranking_value", Texts::value);
    this.badge = rows.column("badge");
    this.after = new StandingRow(rows);
  }

  static List<TextColumn> of(List<EntityDecision> decisions, List<Integer> editions) {
    IntFunction<EntityDecision> each = decisions::get;
    List<TextColumn> columns = new ArrayList<>();
    columns.add(TextColumn.of("entity_id", each, decision -> decision.id().id()));
    columns.add(TextColumn.of("role", each, decision -> decision.id().role()));
    columns.add(TextColumn.of("name", each, EntityDecision::name));
    columns.add(TextColumn.of("edition", editions::get, edition -> Integer.toString(edition)));
    columns.add(TextColumn.of("segment", each, EntityDecision::segment));
    columns.add(TextColumn.of("status", each, decision -> decision.status().name()));
    columns.add(
        TextColumn.of(
            "score", each, decision -> decision.score() == null ? "" : Texts.of(decision.score())));
    columns.add(TextColumn.of("rank", each, decision -> Texts.of((Object) decision.rank())));
    columns.add(
        TextColumn.of(
            "points",
            each,
            decision -> Texts.join(decision.points().stream().map(DecisionRow::earned).toList())));
    columns.add(TextColumn.of("tier_before", each, EntityDecision::tierBefore));
    columns.add(TextColumn.of("tier_after", each, EntityDecision::tierAfter));
    columns.add(TextColumn.of("tier_calculated", each, EntityDecision::tierCalculated));
    columns.add(
        TextColumn.of(
            "action", each, decision -> decision.action() == null ? "" : decision.action().name()));
    columns.add(TextColumn.of("reasons", each, EntityDecision::reasons));
    columns.add(TextColumn.of("partition", each, EntityDecision::partition));
    columns.add(
        TextColumn.of("ranking_place", each, decision -> Texts.of((Object) decision.place())));
    columns.add(TextColumn.of("ranking_value", each, decision -> Texts.of(decision.placeValue())));
    columns.add(TextColumn.of("badge", each, EntityDecision::badge));
    columns.addAll(StandingRow.of(row -> decisions.get(row).after(), decisions.size()));
    return columns;
  }

  private static String earned(Earned earned) {
    return String.join(
        "\u001e",
        earned.name(),
        Texts.of(earned.value()),
        Texts.of(earned.points()),
        Texts.of(earned.possible()));
  }

  int edition(int row) {
    return edition.at(row);
  }

  EntityDecision read(int row) {
    return new EntityDecision(
        new EntityId(id.at(row), role.at(row)),
        name.at(row),
        segment.at(row),
        status.at(row),
        score.at(row),
        rank.at(row),
        points.at(row),
        tierBefore.at(row),
        tierAfter.at(row),
        tierCalculated.at(row),
        action.at(row),
        reasons.at(row),
        partition.at(row),
        place.at(row),
        placeValue.at(row),
        badge.at(row),
        after.read(row));
  }

  private static Earned readEarned(String text) {
    String[] parts = text.split("\u001e", -1);
    return new Earned(
        parts[0], Texts.value(parts[1]), Texts.fraction(parts[2]), Texts.fraction(parts[3]));
  }
}
