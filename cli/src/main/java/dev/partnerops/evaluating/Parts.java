package dev.partnerops.evaluating;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.model.EntityId;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.paying.FeeStatement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a run as tables (SPEC section 6): fixed columns, rows by segment or partition, then
 * rank, then id (RULES 22).
 */
final class Parts {

  private static final Comparator<@Nullable Integer> RANKED_FIRST =
      Comparator.nullsLast(Comparator.naturalOrder());
  private static final Comparator<String> BY_BYTES = EntityId::compareBytes;
  private static final Comparator<EntityDecision> BY_RANK =
      Comparator.comparing(EntityDecision::segment, BY_BYTES)
          .thenComparing(EntityDecision::rank, RANKED_FIRST)
          .thenComparing(EntityDecision::id);

  private Parts() {}

  static ResultTable score(Evaluated evaluated) {
    List<Column> columns =
        List.of(
            Column.text("programme"),
            Column.text("segment"),
            Column.text("entity_id"),
            Column.text("name"),
            Column.text("period"),
            Column.text("status"),
            Column.score("score"),
            Column.count("rank"));
    return table(
        columns,
        evaluated.rows().decisions().stream().sorted(BY_RANK).toList(),
        decision ->
            row(
                evaluated.run().programme(),
                decision.segment(),
                decision.id().id(),
                decision.name(),
                evaluated.run().period().label(),
                decision.status().word(),
                decision.score(),
                decision.rank()));
  }

  static ResultTable tier(Evaluated evaluated) {
    List<Column> columns =
        List.of(
            Column.text("programme"),
            Column.text("segment"),
            Column.text("entity_id"),
            Column.text("name"),
            Column.text("period"),
            Column.score("score"),
            Column.text("tier_before"),
            Column.text("tier_after"),
            Column.text("tier_calculated"),
            Column.text("action"),
            Column.text("reasons"));
    return table(
        columns,
        evaluated.rows().decisions().stream()
            .filter(decision -> decision.action() != null)
            .sorted(BY_RANK)
            .toList(),
        decision ->
            row(
                evaluated.run().programme(),
                decision.segment(),
                decision.id().id(),
                decision.name(),
                evaluated.run().period().label(),
                decision.score(),
                decision.tierBefore(),
                decision.tierAfter(),
                decision.tierCalculated(),
                decision.action() == null ? null : decision.action().word(),
                decision.reasons()));
  }

  static ResultTable badge(Evaluated evaluated) {
    List<Column> columns =
        List.of(
            Column.text("programme"),
            Column.text("partition"),
            Column.count("rank"),
            Column.text("entity_id"),
            Column.text("name"),
            Column.text("period"),
            Column.number("value"),
            Column.text("badge"));
    return table(
        columns,
        evaluated.rows().decisions().stream()
            .filter(decision -> decision.place() != null)
            .sorted(
                Comparator.comparing(EntityDecision::partition, BY_BYTES)
                    .thenComparing(EntityDecision::place, RANKED_FIRST)
                    .thenComparing(EntityDecision::id))
            .toList(),
        decision ->
            row(
                evaluated.run().programme(),
                decision.partition(),
                decision.place(),
                decision.id().id(),
                decision.name(),
                evaluated.run().period().label(),
                decision.placeValue(),
                decision.badge()));
  }

  static ResultTable subsidy(Evaluated evaluated) {
    List<Column> columns =
        List.of(
            Column.text("programme"),
            Column.text("benefit"),
            Column.text("entity_id"),
            Column.text("name"),
            Column.text("period"),
            Column.text("status"),
            Column.money("amount"),
            Column.text("reasons"));
    return table(
        columns,
        evaluated.rows().grants(),
        grant ->
            row(
                evaluated.run().programme(),
                grant.benefit(),
                grant.id().id(),
                grant.name(),
                grant.period(),
                grant.word(evaluated.isApproved()),
                grant.amount(),
                grant.reasons()));
  }

  static ResultTable fee(Evaluated evaluated) {
    List<Column> columns =
        List.of(
            Column.text("programme"),
            Column.text("entity_id"),
            Column.text("name"),
            Column.text("period"),
            Column.money("base_before"),
            Column.money("base_after"),
            Column.money("amount"),
            Column.money("standard_amount"),
            Column.money("saved"));
    return table(
        columns,
        evaluated.rows().fees().stream().sorted(Comparator.comparing(FeeStatement::id)).toList(),
        fee ->
            row(
                evaluated.run().programme(),
                fee.id().id(),
                fee.name(),
                evaluated.run().period().label(),
                fee.baseBefore(),
                fee.baseAfter(),
                fee.amount(),
                fee.standardAmount(),
                fee.saved()));
  }

  private interface ToRow<T> {
    List<@Nullable Object> of(T decided);
  }

  private static <T> ResultTable table(List<Column> columns, List<T> decided, ToRow<T> toRow) {
    List<List<@Nullable Object>> rows = new ArrayList<>(decided.size());
    decided.forEach(each -> rows.add(toRow.of(each)));
    return new ResultTable(columns, rows);
  }

  private static List<@Nullable Object> row(@Nullable Object... cells) {
    List<@Nullable Object> row = new ArrayList<>(cells.length);
    for (Object cell : cells) {
      row.add("".equals(cell) ? null : cell);
    }
    return row;
  }
}
