package dev.partnerops.evaluating;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.ledger.RunRows;
import dev.partnerops.model.EntityId;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.programme.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
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
  private static final Comparator<EntityDecision> BY_PLACE =
      Comparator.comparing(EntityDecision::partition, BY_BYTES)
          .thenComparing(EntityDecision::place, RANKED_FIRST)
          .thenComparing(EntityDecision::id);

  private Parts() {}

  static ResultTable score(Evaluated evaluated) {
    return new Part<EntityDecision>(evaluated)
        .with(Column.text("segment"), EntityDecision::segment)
        .with(Column.text("entity_id"), decision -> decision.id().id())
        .with(Column.text("name"), EntityDecision::name)
        .with(Column.text("period"), decision -> evaluated.run().period().label())
        .with(Column.text("status"), decision -> decision.status().word())
        .with(Column.score("score"), EntityDecision::score)
        .with(Column.count("rank"), EntityDecision::rank)
        .table(rows -> rows.decisions().stream().sorted(BY_RANK));
  }

  static ResultTable tier(Evaluated evaluated) {
    return new Part<EntityDecision>(evaluated)
        .with(Column.text("segment"), EntityDecision::segment)
        .with(Column.text("entity_id"), decision -> decision.id().id())
        .with(Column.text("name"), EntityDecision::name)
        .with(Column.text("period"), decision -> evaluated.run().period().label())
        .with(Column.score("score"), EntityDecision::score)
        .with(Column.text("tier_before"), EntityDecision::tierBefore)
        .with(Column.text("tier_after"), EntityDecision::tierAfter)
        .with(Column.text("tier_calculated"), EntityDecision::tierCalculated)
        .with(
            Column.text("action"),
            decision -> decision.action() == null ? null : decision.action().word())
        .with(Column.text("reasons"), EntityDecision::reasons)
        .table(rows ->
            rows.decisions().stream()
                .filter(decision -> decision.action() != null)
                .sorted(BY_RANK));
  }

  static ResultTable badge(Evaluated evaluated) {
    return new Part<EntityDecision>(evaluated)
        .with(Column.text("partition"), EntityDecision::partition)
        .with(Column.count("rank"), EntityDecision::place)
        .with(Column.text("entity_id"), decision -> decision.id().id())
        .with(Column.text("name"), EntityDecision::name)
        .with(Column.text("period"), decision -> evaluated.run().period().label())
        .with(placeValue(evaluated), EntityDecision::placeValue)
        .with(Column.text("badge"), EntityDecision::badge)
        .table(rows ->
            rows.decisions().stream()
                .filter(decision -> decision.place() != null)
                .sorted(BY_PLACE));
  }

  /** As the metric prints that is ranked by; where rankings differ in that, as any number. */
  private static Column placeValue(Evaluated evaluated) {
    List<Integer> decimals =
        evaluated.editions().stream()
            .flatMap(edition -> edition.allInstruments().stream())
            .flatMap(instruments -> Stream.ofNullable(instruments.ranking()))
            .map(ranking -> ranking.by().metric().decimals())
            .distinct()
            .toList();
    return switch (decimals.size() == 1 ? decimals.getFirst() : Metric.Use.AS_IT_IS) {
      case 0 -> Column.count("value");
      case 2 -> Column.money("value");
      default -> Column.number("value");
    };
  }

  static ResultTable subsidy(Evaluated evaluated) {
    return new Part<GrantDecision>(evaluated)
        .with(Column.text("benefit"), GrantDecision::benefit)
        .with(Column.text("entity_id"), grant -> grant.id().id())
        .with(Column.text("name"), GrantDecision::name)
        .with(Column.text("period"), GrantDecision::period)
        .with(Column.text("status"), grant -> grant.word(evaluated.isApproved()))
        .with(Column.money("amount"), GrantDecision::amount)
        .with(Column.text("reasons"), GrantDecision::reasons)
        .table(rows -> rows.grants().stream());
  }

  static ResultTable fee(Evaluated evaluated) {
    return new Part<FeeStatement>(evaluated)
        .with(Column.text("entity_id"), fee -> fee.id().id())
        .with(Column.text("name"), FeeStatement::name)
        .with(Column.text("period"), fee -> evaluated.run().period().label())
        .with(Column.money("base_before"), FeeStatement::baseBefore)
        .with(Column.money("base_after"), FeeStatement::baseAfter)
        .with(Column.money("amount"), FeeStatement::amount)
        .with(Column.money("standard_amount"), FeeStatement::standardAmount)
        .with(Column.money("saved"), FeeStatement::saved)
        .table(rows -> rows.fees().stream().sorted(Comparator.comparing(FeeStatement::id)));
  }

  /** A table in the making: each column beside what stands in it; the programme leads. */
  private static final class Part<T> {

    private final Evaluated evaluated;
    private final List<Column> columns = new ArrayList<>();
    private final List<Function<T, @Nullable Object>> cells = new ArrayList<>();

    Part(Evaluated evaluated) {
      this.evaluated = evaluated;
      with(Column.text("programme"), decided -> evaluated.run().programme());
    }

    Part<T> with(Column column, Function<T, @Nullable Object> cell) {
      columns.add(column);
      cells.add(cell);
      return this;
    }

    ResultTable table(Function<RunRows, Stream<T>> decided) {
      Iterable<List<@Nullable Object>> rows =
          () -> decided.apply(evaluated.rows()).map(this::row).iterator();
      return new ResultTable(columns, rows);
    }

    private List<@Nullable Object> row(T decided) {
      List<@Nullable Object> row = new ArrayList<>(cells.size());
      for (Function<T, @Nullable Object> each : cells) {
        Object cell = each.apply(decided);
        row.add("".equals(cell) ? null : cell);
      }
      return row;
    }
  }
}
