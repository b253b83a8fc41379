package dev.partnerops.orders;

import dev.partnerops.model.DayRange;
import dev.partnerops.orders.MeasureRequest.MerchantFact;
import dev.partnerops.orders.MeasureRequest.ProductFact;
import dev.partnerops.orders.OrderGrouping.Affiliation;
import dev.partnerops.orders.OrderGrouping.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The measures as one would write them down, order by order: what the fast ones must agree with.
 */
final class NaiveMeasures {

  private final MeasureRequest request;
  private final Collection<OrderRow> orders;

  NaiveMeasures(MeasureRequest request, Collection<OrderRow> orders) {
    this.request = request;
    this.orders = orders;
  }

  /** Numerator, slash, denominator; "missing" where there is none. */
  String value(int entity, int place) {
    MeasureColumn column = request.columns().get(place);
    List<OrderRow> counted = new ArrayList<>();
    for (OrderRow order : orders) {
      if (exists(order)
          && reaches(order, entity, column)
          && inWindow(order, entity, column)
          && passes(order, column.filter())) {
        counted.add(order);
      }
    }
    return value(column, counted, entity);
  }

  long unattributed(String role, int place) {
    return attributed(role, place, 0, 0);
  }

  long overlapping(String role, int place) {
    return attributed(role, place, 2, 99);
  }

  private long attributed(String role, int place, int least, int most) {
    MeasureColumn column = request.columns().get(place);
    long count = 0;
    for (OrderRow order : orders) {
      if (exists(order) && inWindow(order, 0, column) && passes(order, column.filter())) {
        int reached = 0;
        for (int entity = 0; entity < request.grouping().entities(); entity++) {
          if (hasRole(entity, role) && reaches(order, entity, column)) {
            reached++;
          }
        }
        count += reached >= least && reached <= most ? 1 : 0;
      }
    }
    return count;
  }

  private boolean hasRole(int entity, String role) {
    return !(request.grouping()
            instanceof OrderGrouping.ByAffiliation(List<String> roles, Iterable<Affiliation> all))
        || roles.get(entity).equals(role);
  }

  private LocalDate day(long second) {
    return Instant.ofEpochSecond(second).atZone(request.zone()).toLocalDate();
  }

  private boolean known(long second) {
    return second != OrderRow.ABSENT && !day(second).isAfter(request.asOf());
  }

  private boolean exists(OrderRow order) {
    return known(order.paidAt);
  }

  private boolean reaches(OrderRow order, int entity, MeasureColumn column) {
    return switch (request.grouping()) {
      case OrderGrouping.All all -> true;
      case OrderGrouping.ByColumn(OrderColumn by, List<String> ids) ->
          ids.get(entity).equals(id(order, by));
      case OrderGrouping.ByMerchant byMerchant ->
          Objects.equals(byMerchant.entityOfMerchant().get(order.merchantId), entity);
      case OrderGrouping.ByAffiliation(List<String> roles, Iterable<Affiliation> affiliations) -> {
        for (Affiliation affiliation : affiliations) {
          String subject =
              affiliation.subject() == Subject.MERCHANT ? order.merchantId : order.promoterId;
          LocalDate paid = day(order.paidAt);
          if (affiliation.entity() == entity
              && column.subjects().contains(affiliation.subject())
              && affiliation.subjectId().equals(subject)
              && !paid.isBefore(affiliation.from())
              && (affiliation.to() == null || !paid.isAfter(affiliation.to()))) {
            yield true;
          }
        }
        yield false;
      }
    };
  }

  private static @Nullable String id(OrderRow order, OrderColumn column) {
    return switch (column) {
      case MERCHANT_ID -> order.merchantId;
      case PROMOTER_ID -> order.promoterId;
      case LEADER_ID -> order.leaderId;
      case SKU_ID -> order.skuId;
      case SESSION_ID -> order.sessionId;
      default -> order.buyerId;
    };
  }

  private long clock(OrderRow order, MeasureColumn column) {
    return switch (column.clock()) {
      case PAID -> order.paidAt;
      case SHIPPED -> order.shippedAt;
      case COMPLETED -> order.completedAt;
      case REFUNDED -> order.refundedAt;
    };
  }

  private boolean inWindow(OrderRow order, int entity, MeasureColumn column) {
    long time = clock(order, column);
    if (!known(time)) {
      return false;
    }
    LocalDate day = day(time).plusDays(column.lagDays());
    DayRange window =
        switch (column.window()) {
          case OrderWindow.Shared(DayRange days) -> days;
          case OrderWindow.PerEntity(List<DayRange> days) -> days.get(entity);
        };
    return window.contains(day) && !day.isAfter(request.asOf());
  }

  private boolean passes(OrderRow order, OrderFilter filter) {
    return filter.only().entrySet().stream()
            .allMatch(dimension -> has(order, dimension.getKey(), dimension.getValue()))
        && filter.except().entrySet().stream()
            .noneMatch(dimension -> has(order, dimension.getKey(), dimension.getValue()));
  }

  private boolean has(OrderRow order, String dimension, Set<String> values) {
    ProductFact product = null;
    for (ProductFact fact : request.products()) {
      product = fact.skuId().equals(order.skuId) ? fact : product;
    }
    String category = product == null ? null : product.category();
    for (MerchantFact fact : request.merchants()) {
      if (fact.merchantId().equals(order.merchantId) && category == null) {
        category = fact.category();
      }
    }
    LocalDate day = day(order.paidAt);
    String value =
        switch (dimension) {
          case "channel" -> order.channel == null ? null : order.channel.word();
          case "category" -> category;
          case "hot" -> String.valueOf(product != null && product.hot());
          default ->
              String.valueOf(
                  product != null
                      && product.poolFrom() != null
                      && !day.isBefore(product.poolFrom())
                      && (product.poolTo() == null || !day.isAfter(product.poolTo())));
        };
    return value != null && values.contains(value);
  }

  private long refund(OrderRow order) {
    if (order.refundedAt != OrderRow.ABSENT && !known(order.refundedAt)) {
      return 0;
    }
    if (order.status == OrderStatus.CANCELLED) {
      return order.amountFen;
    }
    if (order.refundFen != OrderRow.ABSENT) {
      return order.refundFen;
    }
    return order.status == OrderStatus.REFUNDED ? order.amountFen : 0;
  }

  private String value(MeasureColumn column, List<OrderRow> counted, int entity) {
    long orderCount = counted.size();
    long gmv = counted.stream().mapToLong(order -> order.amountFen).sum();
    long refunds = counted.stream().mapToLong(this::refund).sum();
    Set<Object> distinct = new HashSet<>();
    return switch (column.measure()) {
      case ORDERS -> whole(orderCount);
      case QUANTITY ->
          whole(
              counted.stream()
                  .mapToLong(o -> o.quantity == OrderRow.ABSENT ? 1 : o.quantity)
                  .sum());
      case COMMISSION ->
          whole(
              counted.stream()
                  .mapToLong(o -> o.commissionFen == OrderRow.ABSENT ? 0 : o.commissionFen)
                  .sum());
      case GMV -> whole(gmv);
      case REFUND_AMOUNT -> whole(refunds);
      case NET_SALES -> whole(gmv - refunds);
      case REFUND_RATE -> rate(refunds, gmv);
      case CANCELLED_RATE -> rate(withStatus(counted, OrderStatus.CANCELLED), orderCount);
      case COMPLETED_RATE -> rate(withStatus(counted, OrderStatus.COMPLETED), orderCount);
      case AVERAGE_ORDER -> rate(gmv, orderCount);
      case ACTIVE_DAYS -> {
        counted.forEach(order -> distinct.add(day(clock(order, column))));
        yield whole(distinct.size());
      }
      case BUYERS -> distinct(counted, OrderColumn.BUYER_ID);
      case PROMOTERS -> distinct(counted, OrderColumn.PROMOTER_ID);
      case MERCHANTS -> distinct(counted, OrderColumn.MERCHANT_ID);
      case SKUS -> distinct(counted, OrderColumn.SKU_ID);
      case SESSIONS -> distinct(counted, OrderColumn.SESSION_ID);
      case ON_TIME_SHIP_RATE -> onTime(counted, column.hours());
      case AVERAGE_RATING -> {
        List<OrderRow> rated = counted.stream().filter(o -> o.rating != OrderRow.ABSENT).toList();
        yield rate(rated.stream().mapToLong(o -> o.rating).sum(), rated.size());
      }
      case FIRST_ORDER_ON, DAYS_TO_FIRST_ORDER -> first(column.measure(), counted, entity);
    };
  }

  private String first(OrderMeasure measure, List<OrderRow> counted, int entity) {
    TreeSet<LocalDate> days = new TreeSet<>(counted.stream().map(o -> day(o.paidAt)).toList());
    LocalDate joined =
        measure == OrderMeasure.FIRST_ORDER_ON ? LocalDate.EPOCH : request.joinedOn().get(entity);
    return days.isEmpty() || joined == null
        ? "missing"
        : whole(days.first().toEpochDay() - joined.toEpochDay());
  }

  private String onTime(List<OrderRow> counted, int hours) {
    long due = 0;
    long onTime = 0;
    for (OrderRow order : counted) {
      long deadline = order.paidAt + hours * 3600L;
      if (order.status != OrderStatus.CANCELLED && known(deadline)) {
        due++;
        onTime += known(order.shippedAt) && order.shippedAt <= deadline ? 1 : 0;
      }
    }
    return rate(onTime, due);
  }

  private static long withStatus(List<OrderRow> counted, OrderStatus status) {
    return counted.stream().filter(order -> order.status == status).count();
  }

  private static String distinct(List<OrderRow> counted, OrderColumn column) {
    return whole(
        counted.stream()
            .map(order -> id(order, column))
            .filter(Objects::nonNull)
            .distinct()
            .count());
  }

  private static String whole(long number) {
    return number + "/1";
  }

  private static String rate(long numerator, long denominator) {
    return denominator == 0 ? "missing" : numerator + "/" + denominator;
  }
}
