package dev.partnerops.ledger;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run decided as lines of the table {@code decisions}: {@code kind} is the command that
 * prints such a row, and columns mean what they mean there (SPEC section 6).
 */
final class DecisionLines {

  private static final int VALUE_SCALE = 10;

  private final Run run;
  private final boolean approved;

  DecisionLines(Run run) {
    this.run = run;
    this.approved = run.status() == RunStatus.APPROVED;
  }

  /** The columns, in the order of the table. */
  private enum Column {
    RUN,
    RUN_STATUS,
    PROGRAMME,
    PERIOD,
    KIND,
    SEGMENT,
    PARTITION,
    ENTITY_ID,
    ROLE,
    NAME,
    STATUS,
    SCORE,
    RANK,
    TIER_BEFORE,
    TIER_AFTER,
    TIER_CALCULATED,
    ACTION,
    VALUE,
    BADGE,
    BENEFIT,
    AMOUNT,
    BASE_BEFORE,
    BASE_AFTER,
    STANDARD_AMOUNT,
    SAVED,
    REASONS,
    EXPIRES_ON
  }

  /**
   * One for {@code score}, one for {@code tier} where there is a ladder, one where it is ranked.
   */
  List<List<@Nullable Object>> of(EntityDecision decision) {
    List<List<@Nullable Object>> lines = new ArrayList<>();
    Fraction score = decision.score();
    lines.add(
        new Line("score", decision.id(), decision.name(), run.period().label())
            .with(Column.SEGMENT, decision.segment())
            .with(Column.STATUS, decision.status().word())
            .with(Column.SCORE, score == null ? null : score.round(2))
            .with(Column.RANK, decision.rank())
            .cells());
    if (decision.action() != null) {
      lines.add(
          new Line("tier", decision.id(), decision.name(), run.period().label())
              .with(Column.SEGMENT, decision.segment())
              .with(Column.SCORE, score == null ? null : score.round(2))
              .with(Column.TIER_BEFORE, decision.tierBefore())
              .with(Column.TIER_AFTER, decision.tierAfter())
              .with(Column.TIER_CALCULATED, decision.tierCalculated())
              .with(Column.ACTION, decision.action().word())
              .with(Column.REASONS, decision.reasons())
              .cells());
    }
    if (decision.place() != null) {
      lines.add(
          new Line("badge", decision.id(), decision.name(), run.period().label())
              .with(Column.PARTITION, decision.partition())
              .with(Column.RANK, decision.place())
              .with(
                  Column.VALUE,
                  decision
                      .placeValue()
                      .findNumber()
                      .map(value -> value.round(VALUE_SCALE))
                      .orElse(null))
              .with(Column.BADGE, decision.badge())
              .cells());
    }
    return lines;
  }

  List<@Nullable Object> of(GrantDecision grant) {
    return new Line("subsidy", grant.id(), grant.name(), grant.period())
        .with(Column.BENEFIT, grant.benefit())
        .with(Column.STATUS, grant.word(approved))
        .with(Column.AMOUNT, yuan(grant.amount()))
        .with(Column.REASONS, grant.reasons())
        .with(Column.EXPIRES_ON, grant.expiresOn())
        .cells();
  }

  List<@Nullable Object> of(FeeStatement fee) {
    return new Line("fee", fee.id(), fee.name(), run.period().label())
        .with(Column.BASE_BEFORE, yuan(fee.baseBefore()))
        .with(Column.BASE_AFTER, yuan(fee.baseAfter()))
        .with(Column.AMOUNT, yuan(fee.amount()))
        .with(Column.STANDARD_AMOUNT, yuan(fee.standardAmount()))
        .with(Column.SAVED, yuan(fee.saved()))
        .with(Column.REASONS, fee.reasons())
        .cells();
  }

  private static BigDecimal yuan(Money money) {
    return BigDecimal.valueOf(money.fen(), 2);
  }

  private final class Line {

    private final Map<Column, Object> cells = new EnumMap<>(Column.class);

    Line(String kind, EntityId id, String name, String period) {
      with(Column.RUN, run.run());
      with(Column.RUN_STATUS, run.status().word());
      with(Column.PROGRAMME, run.programme());
      with(Column.PERIOD, period);
      with(Column.KIND, kind);
      with(Column.ENTITY_ID, id.id());
      with(Column.ROLE, id.role());
      with(Column.NAME, name);
    }

    /** Nothing and the empty text are null. */
    Line with(Column column, @Nullable Object cell) {
      if (cell != null && !cell.equals("")) {
        cells.put(column, cell);
      }
      return this;
    }

    List<@Nullable Object> cells() {
      return Arrays.stream(Column.values()).<@Nullable Object>map(cells::get).toList();
    }
  }
}
