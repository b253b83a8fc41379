package dev.partnerops.dataset;

import static dev.partnerops.dataset.ColumnType.DAY;
import static dev.partnerops.dataset.ColumnType.DECIMAL;
import static dev.partnerops.dataset.ColumnType.FLAG;
import static dev.partnerops.dataset.ColumnType.INTEGER;
import static dev.partnerops.dataset.ColumnType.MONEY;
import static dev.partnerops.dataset.ColumnType.TEXT;
import static dev.partnerops.dataset.ColumnType.TIME;
import static dev.partnerops.dataset.Trait.ARRIVAL;
import static dev.partnerops.dataset.Trait.CLOCK;
import static dev.partnerops.dataset.Trait.CONTROL_TOTAL;
import static dev.partnerops.dataset.Trait.KEY;
import static dev.partnerops.dataset.Trait.NOT_NEGATIVE;
import static dev.partnerops.dataset.Trait.RATING;
import static dev.partnerops.dataset.Trait.REQUIRED;

import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Title;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The data sets of a workspace: the shipped ones in the order of SPEC section 2, then its own ones
 * by name, each with the columns that the workspace adds.
 */
public final class DataSets {

  /** The one data set that is kept as column segments instead of rows. */
  public static final String ORDERS = "orders";

  private static final DataSets SHIPPED =
      new DataSets(
          List.of(
              dataSet("merchants", "Merchants", "商家", merchants(), EntityKind.MERCHANT),
              dataSet(
                  "providers",
                  "Providers, one row for each role",
                  "服务商（每个角色一行）",
                  providers(),
                  EntityKind.PROVIDER),
              dataSet("promoters", "Promoters", "达人", promoters(), EntityKind.PROMOTER),
              dataSet("leaders", "Leaders", "招商团长", leaders(), EntityKind.LEADER),
              dataSet("affiliations", "Affiliations of providers", "绑定关系", affiliations(), null),
              dataSet("products", "Products", "商品", products(), EntityKind.PRODUCT),
              dataSet(ORDERS, "Orders", "订单", orders(), null),
              dataSet("sessions", "Live sessions", "直播场次", sessions(), EntityKind.SESSION),
              dataSet(
                  "bookings",
                  "Bookings of leaders with promoters",
                  "预约",
                  bookings(),
                  EntityKind.BOOKING),
              dataSet("courses", "Courses of providers", "课程", courses(), null),
              dataSet("enrolments", "Enrolments in courses", "课程报名", enrolments(), null),
              dataSet("violations", "Violations", "违规", violations(), null),
              dataSet(
                  "promotions", "Promotion spend by merchant and day", "小店通投放", promotions(), null),
              dataSet("tasks", "Campaign tasks by merchant and day", "活动任务", tasks(), null),
              dataSet("figures", "Figures that another system computed", "外部指标", figures(), null)));

  private final Map<String, DataSet> byName;

  DataSets(Collection<DataSet> dataSets) {
    byName = new LinkedHashMap<>();
    dataSets.forEach(dataSet -> byName.put(dataSet.name(), dataSet));
  }

  /** Those that every workspace has, without what any adds. */
  public static DataSets shipped() {
    return SHIPPED;
  }

  /**
   * The shipped ones and what the files {@code *.yaml} of a folder add; the shipped ones alone
   * where there is no such folder.
   *
   * @throws dev.partnerops.model.ToolException.Policy with every fault of every file
   */
  public static DataSets in(Path folder) {
    return OwnDataSets.read(folder);
  }

  /**
   * The same of texts that were such files once, by name in the order of their bytes.
   *
   * @throws ToolException.Policy with the faults of all
   */
  public static DataSets of(SortedMap<String, String> files) {
    return OwnDataSets.of(files);
  }

  public List<DataSet> all() {
    return List.copyOf(byName.values());
  }

  public Optional<DataSet> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The data set whose rows are the entities of a kind; a licence or a region has none. */
  public Optional<DataSet> findByEntity(EntityKind kind) {
    return byName.values().stream().filter(dataSet -> kind.equals(dataSet.entity())).findFirst();
  }

  /** All kinds of entities, own ones last. */
  public List<EntityKind> kinds() {
    List<EntityKind> kinds = new ArrayList<>(EntityKind.shipped());
    byName.values().stream()
        .filter(dataSet -> !dataSet.shipped())
        .flatMap(dataSet -> dataSet.findEntity().stream())
        .sorted()
        .forEach(kinds::add);
    return kinds;
  }

  /** The kind of that word. */
  public Optional<EntityKind> findKind(String word) {
    return kinds().stream().filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** The columns by which a workspace lets orders be narrowed, by name. */
  public Map<String, Column> orderDimensions() {
    return find(ORDERS).orElseThrow().addedColumns().stream()
        .filter(Column::isDimension)
        .collect(Collectors.toMap(Column::name, column -> column));
  }

  private static DataSet dataSet(
      String name, String english, String chinese, Columns columns, @Nullable EntityKind entity) {
    return new DataSet(name, new Title(english, chinese), columns.all(), entity, true);
  }

  private static Columns merchants() {
    return new Columns()
        .id("merchant_id", "商家ID", KEY)
        .add("name", "商家名称", TEXT, REQUIRED)
        .oneOf("shop_type", "店铺类型", Choices.SHOP_TYPE, REQUIRED)
        .add("category", "类目", TEXT)
        .add("region", "产地", TEXT)
        .id("licence_no", "主体编号")
        .add("joined_on", "入驻日期", DAY, REQUIRED, CLOCK, ARRIVAL)
        .oneOf("status", "状态", Choices.PARTNER_STATUS);
  }

  private static Columns providers() {
    return new Columns()
        .id("provider_id", "服务商ID", KEY)
        .add("name", "服务商名称", TEXT, REQUIRED)
        .oneOf("role", "角色", Choices.ROLE, KEY)
        .add("applied_on", "申请日期", DAY, CLOCK, ARRIVAL)
        .add("admitted_on", "准入日期", DAY)
        .oneOf("status", "状态", Choices.PROVIDER_STATUS);
  }

  private static Columns promoters() {
    return new Columns()
        .id("promoter_id", "达人ID", KEY)
        .add("name", "达人昵称", TEXT, REQUIRED)
        .add("followers", "粉丝数", INTEGER, NOT_NEGATIVE)
        .add("joined_on", "入驻日期", DAY, CLOCK, ARRIVAL)
        .oneOf("status", "状态", Choices.PARTNER_STATUS);
  }

  private static Columns leaders() {
    return new Columns()
        .id("leader_id", "团长ID", KEY)
        .add("name", "团长名称", TEXT, REQUIRED)
        .oneOf("kind", "类型", Choices.LEADER_KIND)
        .add("joined_on", "入驻日期", DAY, CLOCK, ARRIVAL)
        .oneOf("status", "状态", Choices.PARTNER_STATUS);
  }

  private static Columns affiliations() {
    return new Columns()
        .reference("provider_id", "服务商ID", "providers", KEY)
        .oneOf("role", "角色", Choices.ROLE, KEY)
        .oneOf("subject_type", "对象类型", Choices.AFFILIATION_SUBJECT, KEY)
        .subject("subject_id", "对象ID", List.of("merchant", "promoter"), KEY)
        .add("from_on", "开始日期", DAY, KEY, CLOCK)
        .add("to_on", "结束日期", DAY);
  }

  private static Columns products() {
    return new Columns()
        .id("sku_id", "商品ID", KEY)
        .reference("merchant_id", "商家ID", "merchants", REQUIRED)
        .add("name", "商品名称", TEXT)
        .add("category", "类目", TEXT)
        .add("price", "价格", MONEY, NOT_NEGATIVE)
        .add("stock", "库存", INTEGER, NOT_NEGATIVE)
        .add("hot", "爆款", FLAG)
        .add("pool_listed_on", "入池日期", DAY, ARRIVAL)
        .add("pool_delisted_on", "出池日期", DAY);
  }

  private static Columns orders() {
    return new Columns()
        .id("order_id", "订单号", KEY)
        .reference("merchant_id", "商家ID", "merchants", REQUIRED)
        .reference("promoter_id", "达人ID", "promoters")
        .reference("leader_id", "团长ID", "leaders")
        .reference("sku_id", "商品ID", "products")
        .reference("session_id", "场次ID", "sessions")
        .id("buyer_id", "买家ID")
        .oneOf("channel", "渠道", Choices.CHANNEL)
        .add("quantity", "数量", INTEGER, NOT_NEGATIVE)
        .add("amount", "实付金额", MONEY, REQUIRED, NOT_NEGATIVE, CONTROL_TOTAL)
        .add("refund_amount", "退款金额", MONEY, NOT_NEGATIVE)
        .add("commission", "佣金", MONEY, NOT_NEGATIVE)
        .oneOf("status", "订单状态", Choices.ORDER_STATUS, REQUIRED)
        .add("paid_at", "支付时间", TIME, REQUIRED, CLOCK)
        .add("shipped_at", "发货时间", TIME)
        .add("completed_at", "完成时间", TIME)
        .add("refunded_at", "退款时间", TIME)
        .add("rating", "评分", INTEGER, RATING);
  }

  private static Columns sessions() {
    return new Columns()
        .id("session_id", "场次ID", KEY)
        .reference("promoter_id", "达人ID", "promoters", REQUIRED)
        .reference("base_provider_id", "基地服务商ID", "providers")
        .add("started_at", "开播时间", TIME, REQUIRED, CLOCK, ARRIVAL)
        .add("ended_at", "下播时间", TIME);
  }

  private static Columns bookings() {
    return new Columns()
        .id("booking_id", "预约ID", KEY)
        .reference("leader_id", "团长ID", "leaders", REQUIRED)
        .reference("promoter_id", "达人ID", "promoters", REQUIRED)
        .reference("merchant_id", "商家ID", "merchants")
        .reference("sku_id", "商品ID", "products")
        .add("scheduled_at", "预约时间", TIME, REQUIRED, CLOCK, ARRIVAL)
        .oneOf("status", "状态", Choices.BOOKING_STATUS, REQUIRED)
        .add("amount", "金额", MONEY, NOT_NEGATIVE, CONTROL_TOTAL);
  }

  private static Columns courses() {
    return new Columns()
        .id("course_id", "课程ID", KEY)
        .reference("provider_id", "服务商ID", "providers", REQUIRED)
        .add("title", "课程名称", TEXT)
        .add("published_on", "发布日期", DAY, REQUIRED, CLOCK);
  }

  private static Columns enrolments() {
    return new Columns()
        .reference("course_id", "课程ID", "courses", KEY)
        .reference("merchant_id", "商家ID", "merchants", KEY)
        .add("enrolled_on", "报名日期", DAY, REQUIRED, CLOCK)
        .add("completed_on", "完课日期", DAY)
        .add("rating", "评分", INTEGER, RATING);
  }

  private static Columns violations() {
    return new Columns()
        .id("violation_id", "违规ID", KEY)
        .oneOf("subject_type", "对象类型", Choices.VIOLATION_SUBJECT, REQUIRED)
        .subject(
            "subject_id", "对象ID", List.of("provider", "merchant", "promoter", "leader"), REQUIRED)
        .add("occurred_on", "发生日期", DAY, REQUIRED, CLOCK)
        .oneOf("severity", "严重程度", Choices.SEVERITY, REQUIRED)
        .add("points", "扣分", DECIMAL, REQUIRED, NOT_NEGATIVE)
        .oneOf("status", "状态", Choices.VIOLATION_STATUS);
  }

  private static Columns promotions() {
    return new Columns()
        .add("day", "日期", DAY, KEY, CLOCK)
        .reference("merchant_id", "商家ID", "merchants", KEY)
        .add("spend", "消耗", MONEY, REQUIRED, NOT_NEGATIVE, CONTROL_TOTAL)
        .add("impressions", "曝光数", INTEGER, NOT_NEGATIVE)
        // People also leave: the net number of a day may be below nothing.
        .add("new_followers", "涨粉数", INTEGER)
        .add("orders", "订单数", INTEGER, NOT_NEGATIVE)
        .add("gmv", "成交额", MONEY, NOT_NEGATIVE);
  }

  private static Columns tasks() {
    return new Columns()
        .id("campaign", "活动", KEY)
        .add("day", "日期", DAY, KEY, CLOCK)
        .reference("merchant_id", "商家ID", "merchants", KEY)
        .id("task", "任务", KEY)
        .add("users", "用户数", INTEGER, NOT_NEGATIVE)
        .add("visits", "访问数", INTEGER, NOT_NEGATIVE)
        .add("reward", "奖励金额", MONEY, NOT_NEGATIVE, CONTROL_TOTAL);
  }

  private static Columns figures() {
    return new Columns()
        .id("metric", "指标", KEY)
        // Any kind of entity, own ones too, so not a closed set.
        .id("subject_type", "对象类型", KEY)
        .id("subject_id", "对象ID", KEY)
        .add("day", "日期", DAY, KEY, CLOCK)
        .add("value", "数值", DECIMAL)
        .add("numerator", "分子", DECIMAL)
        .add("denominator", "分母", DECIMAL);
  }
}
