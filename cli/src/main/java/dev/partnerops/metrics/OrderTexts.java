package dev.partnerops.metrics;

import dev.partnerops.model.Title;
import dev.partnerops.orders.OrderMeasure;

/** Names and meanings of the order measures for people (SPEC section 3). */
final class OrderTexts {

  private OrderTexts() {}

  static Title title(OrderMeasure measure) {
    return switch (measure) {
      case ORDERS -> new Title("Orders", "订单数");
      case QUANTITY -> new Title("Quantity", "销售件数");
      case COMMISSION -> new Title("Commission", "佣金");
      case GMV -> new Title("GMV", "成交额");
      case REFUND_AMOUNT -> new Title("Refund amount", "退款金额");
      case NET_SALES -> new Title("Net sales", "净销售额");
      case REFUND_RATE -> new Title("Refund rate", "退款率");
      case CANCELLED_RATE -> new Title("Cancelled rate", "取消率");
      case COMPLETED_RATE -> new Title("Completed rate", "完成率");
      case AVERAGE_ORDER -> new Title("Average order", "客单价");
      case ACTIVE_DAYS -> new Title("Active days", "动销天数");
      case BUYERS -> new Title("Buyers", "买家数");
      case PROMOTERS -> new Title("Promoters", "达人数");
      case MERCHANTS -> new Title("Merchants", "商家数");
      case SKUS -> new Title("SKUs", "动销SKU数");
      case SESSIONS -> new Title("Sessions", "场次数");
      case ON_TIME_SHIP_RATE -> new Title("On-time shipping rate", "准时发货率");
      case AVERAGE_RATING -> new Title("Average rating", "平均评分");
      case FIRST_ORDER_ON -> new Title("First order on", "首单日期");
      case DAYS_TO_FIRST_ORDER -> new Title("Days to first order", "首单用时（天）");
    };
  }

  static Title description(OrderMeasure measure) {
    return switch (measure) {
      case ORDERS -> new Title("Number of orders, whatever their status.", "订单数，不论状态。");
      case QUANTITY -> new Title("Sum of quantity; an empty one is 1.", "数量之和；空值计 1。");
      case COMMISSION -> new Title("Sum of commission; an empty one is 0.", "佣金之和；空值计 0。");
      case GMV -> new Title("Sum of amount.", "实付金额之和。");
      case REFUND_AMOUNT ->
          new Title(
              "Sum of refunds known by the as-of day; a cancelled order counts with its whole amount.",
              "截至数据截止日已知的退款之和；已取消订单按全额计。");
      case NET_SALES -> new Title("gmv less refund_amount.", "成交额减退款金额。");
      case REFUND_RATE -> new Title("refund_amount / gmv.", "退款金额 / 成交额。");
      case CANCELLED_RATE -> new Title("Cancelled orders / orders.", "已取消订单数 / 订单数。");
      case COMPLETED_RATE -> new Title("Completed orders / orders.", "已完成订单数 / 订单数。");
      case AVERAGE_ORDER -> new Title("gmv / orders.", "成交额 / 订单数。");
      case ACTIVE_DAYS ->
          new Title("Distinct days with an order, in the programme's zone.", "有订单的天数（按计划时区）。");
      case BUYERS -> new Title("Distinct buyers; empty ids do not count.", "去重买家数；空ID不计。");
      case PROMOTERS -> new Title("Distinct promoters; empty ids do not count.", "去重达人数；空ID不计。");
      case MERCHANTS -> new Title("Distinct merchants.", "去重商家数。");
      case SKUS -> new Title("Distinct SKUs; empty ids do not count.", "去重SKU数；空ID不计。");
      case SESSIONS -> new Title("Distinct sessions; empty ids do not count.", "去重场次数；空ID不计。");
      case ON_TIME_SHIP_RATE ->
          new Title(
              "Orders shipped within :hours of payment / orders not cancelled whose deadline has passed.",
              "支付后 :hours 小时内发货的订单 / 未取消且已过发货时限的订单。");
      case AVERAGE_RATING -> new Title("Sum of ratings / rated orders.", "评分之和 / 有评分的订单数。");
      case FIRST_ORDER_ON ->
          new Title(
              "First paid day ever, whatever the window and the status.", "有史以来首个支付日，不限窗口与状态。");
      case DAYS_TO_FIRST_ORDER ->
          new Title(
              "Days from joined_on to first_order_on; negative if earlier.", "入驻日到首单日的天数；更早则为负。");
    };
  }
}
