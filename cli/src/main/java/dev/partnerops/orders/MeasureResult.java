package dev.partnerops.orders;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import dev.partnerops.model.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/** The answers to a {@link MeasureRequest}, by place of the entity and of the column in it. */
public final class MeasureResult {

  /**
   * Orders in a column's window (over all entities where windows are per entity) that pass its
   * filter and are nobody's in the role, or several providers' at once (RULES 14).
   */
  public record Attribution(long unattributed, long overlapping) {}

  private final List<MeasureColumn> columns;
  private final long[][] numerators;
  private final long[][] denominators;
  private final List<SortedMap<String, Attribution>> attributions;

  MeasureResult(
      List<MeasureColumn> columns,
      long[][] numerators,
      long[][] denominators,
      List<SortedMap<String, Attribution>> attributions) {
    this.columns = columns;
    this.numerators = numerators;
    this.denominators = denominators;
    this.attributions = attributions;
  }

  /**
   * A count, fen, sum of ratings, epoch day or number of days; not to be read where the denominator
   * is 0.
   */
  public long numerator(int entity, int column) {
    return numerators[column][entity];
  }

  /** Fen or a count for a quotient, else 1; 0 where the value is missing. */
  public long denominator(int entity, int column) {
    return denominators[column].length == 0 ? 1 : denominators[column][entity];
  }

  /** The value in the units of policies: yuan, counts, rates with both parts, days. */
  public Value value(int entity, int column) {
    return switch (cell(entity, column)) {
      case Long count -> Value.of(count);
      case Money amount -> Value.of(amount);
      case Value value -> value;
      // A cell is one of these three, which no type says.
      default -> throw new IllegalStateException("a cell is a count, an amount or a value");
    };
  }

  /**
   * The same for whoever only shows it: a count is a Long and an amount a {@link Money}, which a
   * million entities make at a fraction of the cost; everything else is a {@link Value}.
   */
  public Object cell(int entity, int column) {
    long numerator = numerator(entity, column);
    long denominator = denominator(entity, column);
    if (denominator == 0) {
      return Value.missing();
    }
    return switch (columns.get(column).measure()) {
      case ORDERS,
          QUANTITY,
          ACTIVE_DAYS,
          BUYERS,
          PROMOTERS,
          MERCHANTS,
          SKUS,
          SESSIONS,
          DAYS_TO_FIRST_ORDER ->
          numerator;
      case COMMISSION, GMV, REFUND_AMOUNT, NET_SALES -> new Money(numerator);
      case REFUND_RATE ->
          new Value.Rate(new Money(numerator).yuan(), new Money(denominator).yuan());
      case AVERAGE_ORDER -> new Value.Rate(new Money(numerator).yuan(), Fraction.of(denominator));
      case CANCELLED_RATE, COMPLETED_RATE, ON_TIME_SHIP_RATE, AVERAGE_RATING ->
          new Value.Rate(Fraction.of(numerator), Fraction.of(denominator));
      case FIRST_ORDER_ON -> new Value.Day(LocalDate.ofEpochDay(numerator));
    };
  }

  /** By role; the only role is empty but for providers. */
  public SortedMap<String, Attribution> attribution(int column) {
    return attributions.get(column);
  }
}
