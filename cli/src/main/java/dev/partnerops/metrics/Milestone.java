package dev.partnerops.metrics;

import dev.partnerops.model.Title;
import dev.partnerops.model.Value;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a provider is credited with when one of its own reaches something by orders (RULES 40, "The
 * order store"). Not SELECTs: whether a merchant reached it takes its orders one by one, and the
 * order store has them sorted out already.
 */
public enum Milestone {
  /**
   * Merchants it recruited, ever, whose so-many-th order within days of joined_on was paid in the
   * window.
   */
  ACTIVATED_MERCHANTS("orders", 1),
  /**
   * Its promoters whose paid amounts of so many days running first reached an amount on a day in
   * the window.
   */
  INCUBATED_PROMOTERS("gmv", 100_000);

  /** How long the entity has: with: {days: 30}. */
  static final String DAYS = "days";

  private static final int DEFAULT_DAYS = 30;

  private final String goal;
  private final long defaultGoal;

  Milestone(String goal, long defaultGoal) {
    this.goal = goal;
    this.defaultGoal = defaultGoal;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The parameter that says what is to be reached. */
  String goal() {
    return goal;
  }

  SortedMap<String, Value> with() {
    return new TreeMap<>(Map.of(goal, Value.of(defaultGoal), DAYS, Value.of(DEFAULT_DAYS)));
  }

  String clock() {
    return "orders.paid_at";
  }

  Title title() {
    return switch (this) {
      case ACTIVATED_MERCHANTS -> new Title("Merchants activated", "激活商家数");
      case INCUBATED_PROMOTERS -> new Title("Promoters incubated", "孵化达人数");
    };
  }

  Title description() {
    return switch (this) {
      case ACTIVATED_MERCHANTS ->
          new Title(
              "Merchants the provider recruited (first affiliation in the role, ever) whose :orders-th order within"
                  + " :days days of joined_on was paid in the window.",
              "服务商拉新（该角色下首个绑定，不限时间）的商家中，入驻后 :days 天内的第 :orders 单在窗口内支付的商家数。");
      case INCUBATED_PROMOTERS ->
          new Title(
              "Promoters affiliated in the role on that day whose paid amounts of :days days running first reached :gmv"
                  + " yuan on a day in the window.",
              "当日在该角色下绑定的达人中，连续 :days 天成交额首次达到 :gmv 元的日子落在窗口内的达人数。");
    };
  }
}
