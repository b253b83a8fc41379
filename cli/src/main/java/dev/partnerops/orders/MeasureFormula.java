package dev.partnerops.orders;

import dev.partnerops.orders.OrderSum.Kind;
import java.util.List;
import java.util.Optional;

/** Of what a measure is made (SPEC section 3). */
final class MeasureFormula {

  private MeasureFormula() {}

  /**
   * The sums of a column: one is the value, of two the first is the numerator; net sales are the
   * first less the second.
   */
  static List<OrderSum> sums(MeasureColumn column) {
    return switch (column.measure()) {
      case ORDERS -> List.of(OrderSum.of(Kind.ORDERS));
      case QUANTITY -> List.of(OrderSum.of(Kind.QUANTITY));
      case COMMISSION -> List.of(OrderSum.of(Kind.COMMISSION));
      case GMV -> List.of(OrderSum.of(Kind.AMOUNT));
      case REFUND_AMOUNT -> List.of(OrderSum.of(Kind.REFUND));
      case NET_SALES -> List.of(OrderSum.of(Kind.AMOUNT), OrderSum.of(Kind.REFUND));
      case REFUND_RATE -> List.of(OrderSum.of(Kind.REFUND), OrderSum.of(Kind.AMOUNT));
      case CANCELLED_RATE -> List.of(OrderSum.of(Kind.CANCELLED), OrderSum.of(Kind.ORDERS));
      case COMPLETED_RATE -> List.of(OrderSum.of(Kind.COMPLETED), OrderSum.of(Kind.ORDERS));
      case AVERAGE_ORDER -> List.of(OrderSum.of(Kind.AMOUNT), OrderSum.of(Kind.ORDERS));
      case ON_TIME_SHIP_RATE ->
          List.of(
              new OrderSum(Kind.SHIPPED_ON_TIME, column.hours()),
              new OrderSum(Kind.SHIP_DUE, column.hours()));
      case AVERAGE_RATING -> List.of(OrderSum.of(Kind.RATINGS), OrderSum.of(Kind.RATED));
      case FIRST_ORDER_ON, DAYS_TO_FIRST_ORDER -> List.of(OrderSum.of(Kind.FIRST_PAID));
      case ACTIVE_DAYS, BUYERS, PROMOTERS, MERCHANTS, SKUS, SESSIONS -> List.of();
    };
  }

  static Optional<DistinctKind> findDistinct(OrderMeasure measure) {
    return switch (measure) {
      case ACTIVE_DAYS -> Optional.of(DistinctKind.DAYS);
      case BUYERS -> Optional.of(DistinctKind.BUYERS);
      case PROMOTERS -> Optional.of(DistinctKind.PROMOTERS);
      case MERCHANTS -> Optional.of(DistinctKind.MERCHANTS);
      case SKUS -> Optional.of(DistinctKind.SKUS);
      case SESSIONS -> Optional.of(DistinctKind.SESSIONS);
      case ORDERS,
          QUANTITY,
          COMMISSION,
          GMV,
          REFUND_AMOUNT,
          NET_SALES,
          REFUND_RATE,
          CANCELLED_RATE,
          COMPLETED_RATE,
          AVERAGE_ORDER,
          ON_TIME_SHIP_RATE,
          AVERAGE_RATING,
          FIRST_ORDER_ON,
          DAYS_TO_FIRST_ORDER ->
          Optional.empty();
    };
  }
}
