package dev.partnerops.dataset;

import java.util.List;

/** The closed sets of values in SPEC section 2, with the Chinese they are also written as. */
final class Choices {

  static final List<Choice> ROLE =
      List.of(
          Choice.of("training", "培训", "培训服务商"),
          Choice.of("mcn", "MCN", "MCN机构"),
          Choice.of("industrial_belt", "产业带", "产业带服务商"),
          Choice.of("supply_chain", "供应链", "供应链服务商"));

  static final List<Choice> SHOP_TYPE =
      List.of(
          Choice.of("self_built", "自建小店"),
          Choice.of("platform", "平台店", "平台小店"),
          Choice.of("other", "其他"));

  /** Merchants, promoters and leaders (RULES 28). */
  static final List<Choice> PARTNER_STATUS =
      List.of(
          Choice.of("active", "正常", "营业"),
          Choice.of("suspended", "暂停", "冻结"),
          Choice.of("closed", "关闭", "已关闭"));

  static final List<Choice> PROVIDER_STATUS =
      List.of(
          Choice.of("applicant", "申请中"),
          Choice.of("active", "正常", "合作中"),
          Choice.of("suspended", "暂停", "冻结"),
          Choice.of("exited", "已退出", "清退"));

  static final List<Choice> LEADER_KIND =
      List.of(Choice.of("unit", "机构", "单位"), Choice.of("individual", "个人"));

  static final List<Choice> CHANNEL =
      List.of(
          Choice.of("live", "直播"),
          Choice.of("video", "短视频", "视频"),
          Choice.of("shop", "店铺", "小店"),
          Choice.of("other", "其他"));

  static final List<Choice> ORDER_STATUS =
      List.of(
          Choice.of("paid", "已支付", "已付款"),
          Choice.of("shipped", "已发货"),
          Choice.of("completed", "已完成"),
          Choice.of("cancelled", "已取消"),
          Choice.of("refunded", "已退款"));

  static final List<Choice> BOOKING_STATUS =
      List.of(
          Choice.of("booked", "已预约"),
          Choice.of("fulfilled", "已履约"),
          Choice.of("no_show", "爽约"),
          Choice.of("cancelled", "已取消"));

  static final List<Choice> AFFILIATION_SUBJECT =
      List.of(Choice.of("merchant", "商家"), Choice.of("promoter", "达人", "推广者"));

  static final List<Choice> VIOLATION_SUBJECT =
      List.of(
          Choice.of("provider", "服务商"),
          Choice.of("merchant", "商家"),
          Choice.of("promoter", "达人", "推广者"),
          Choice.of("leader", "团长", "招商团长"));

  static final List<Choice> SEVERITY =
      List.of(Choice.of("minor", "轻微"), Choice.of("major", "一般", "较重"), Choice.of("severe", "严重"));

  static final List<Choice> VIOLATION_STATUS =
      List.of(
          Choice.of("confirmed", "已确认", "成立"),
          Choice.of("appealed", "申诉中"),
          Choice.of("revoked", "已撤销"));

  private Choices() {}
}
