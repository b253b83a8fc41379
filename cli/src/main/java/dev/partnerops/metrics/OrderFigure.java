package dev.partnerops.metrics;

import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Title;
import dev.partnerops.model.Unit;
import dev.partnerops.orders.OrderFilter;
import dev.partnerops.orders.OrderMeasure;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Figures of RULES 40 that are an order measure in other words: over the orders that promoters sold
 * of a provider's merchants, or the days since a first day. As SELECTs they would read every order
 * row by row.
 */
enum OrderFigure {
  DISTRIBUTION_PROMOTERS(OrderMeasure.PROMOTERS, Unit.COUNT),
  SUPPLIED_SKUS(OrderMeasure.SKUS, Unit.COUNT),
  DAYS_SINCE_FIRST_ORDER(OrderMeasure.FIRST_ORDER_ON, Unit.DAYS);

  private final OrderMeasure measure;
  private final Unit unit;

  OrderFigure(OrderMeasure measure, Unit unit) {
    this.measure = measure;
    this.unit = unit;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  OrderMeasure measure() {
    return measure;
  }

  Unit unit() {
    return unit;
  }

  Set<EntityKind> kinds() {
    return switch (this) {
      case DISTRIBUTION_PROMOTERS, SUPPLIED_SKUS -> Set.of(EntityKind.PROVIDER);
      case DAYS_SINCE_FIRST_ORDER -> Set.of(EntityKind.MERCHANT, EntityKind.PROMOTER);
    };
  }

  OrderFilter filter() {
    return switch (this) {
      case DISTRIBUTION_PROMOTERS, SUPPLIED_SKUS ->
          OrderFilter.of(Map.of(OrderFilter.SOLD_BY_PROMOTER, Set.of("true")), Map.of());
      case DAYS_SINCE_FIRST_ORDER -> OrderFilter.NONE;
    };
  }

  Title title() {
    return switch (this) {
      case DISTRIBUTION_PROMOTERS -> new Title("Distribution promoters", "分销达人数");
      case SUPPLIED_SKUS -> new Title("Supplied SKUs", "供货SKU数");
      case DAYS_SINCE_FIRST_ORDER -> new Title("Days since the first order", "首单至今天数");
    };
  }

  Title description() {
    return switch (this) {
      case DISTRIBUTION_PROMOTERS ->
          new Title(
              "Distinct promoters of orders of the provider's merchants (affiliated in the role on"
                  + " the day paid).",
              "服务商旗下商家（支付当日在该角色下绑定）订单的去重达人数。");
      case SUPPLIED_SKUS ->
          new Title(
              "Distinct SKUs of orders of the provider's merchants (affiliated in the role on the"
                  + " day paid) that a promoter sold.",
              "服务商旗下商家（支付当日在该角色下绑定）由达人售出的去重SKU数。");
      case DAYS_SINCE_FIRST_ORDER ->
          new Title(
              "Days from the first paid day to the end of the window; missing before it.",
              "首个支付日到窗口最后一天的天数；尚无订单时缺失。");
    };
  }
}
