package dev.partnerops.metrics;

import static dev.partnerops.metrics.TinyStore.OCTOBER;
import static dev.partnerops.metrics.TinyStore.SHANGHAI;
import static dev.partnerops.metrics.TinyStore.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerops.dataset.DataSets;
import dev.partnerops.dataset.OwnSets;
import dev.partnerops.model.DayRange;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Value;
import dev.partnerops.programme.MetricReference;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MetricsTest {

  private static final String SPEND =
      """
      -- Spend and days of spend.
      -- entity: merchant
      -- unit: money
      -- clock: promotions.day
      -- title: {en: Spend, zh: 消耗}
      -- with: {least: 0}
      select p.merchant_id as entity_id, sum(p.spend) as value, count(*) as days, max(p.day) as latest
      from promotions as p
      where p.day between :first_day and :last_day and p.spend >= :least
      group by p.merchant_id
      """;

  private TinyStore store;

  @BeforeEach
  void open() throws SQLException {
    store = new TinyStore();
    store
        .with(
            "merchants",
            "merchant_id, name, shop_type, joined_on",
            "'M1', 'One', 'other', date '2020-10-02'",
            "'M2', 'Two', 'other', date '2020-10-05'",
            "'M3', 'Three', 'other', date '2020-10-05'")
        .with(
            "promotions",
            "\"DAY\", merchant_id, spend",
            "date '2020-10-02', 'M1', 1",
            "date '2020-10-05', 'M1', 2",
            "date '2020-10-05', 'M2', 4",
            "date '2020-10-06', 'M2', 8");
  }

  @AfterEach
  void close() throws SQLException {
    store.close();
  }

  @Test
  void entitiesHaveWindowsOfTheirOwn() {
    DayRange fifth = new DayRange(LocalDate.parse("2020-10-05"), LocalDate.parse("2020-10-05"));
    DayRange second = new DayRange(LocalDate.parse("2020-10-02"), LocalDate.parse("2020-10-02"));

    assertThat(compute(reference("spend"), second, fifth, fifth))
        .containsExactly(Value.of(1), Value.of(4), Value.of(0));
  }

  @Test
  void aMissingWindowIsAMissingValueAndAnEmptyOneIsNothing() {
    DayRange empty = new DayRange(LocalDate.parse("2020-10-06"), LocalDate.parse("2020-10-05"));

    assertThat(compute(reference("spend"), null, empty, OCTOBER))
        .containsExactly(Value.missing(), Value.of(0), Value.of(0));
  }

  @Test
  void nothingCountsAfterTheAsOfDay() {
    assertThat(
            store
                .values(
                    EntityKind.MERCHANT,
                    reference("promotion_spend"),
                    OCTOBER,
                    LocalDate.parse("2020-10-05"))
                .values())
        .containsExactly(Value.of(3), Value.of(4), Value.of(0));
  }

  @Test
  void parametersNarrowTheSelect() {
    MetricReference atLeastFour = reference("spend", Map.of("least", List.of(Value.of(4))));

    assertThat(compute(atLeastFour, OCTOBER, OCTOBER, OCTOBER))
        .containsExactly(Value.of(0), Value.of(12), Value.of(0));
  }

  @Test
  void otherColumnsAreMetricsToo() {
    assertThat(compute(reference("spend.days"), OCTOBER, OCTOBER, OCTOBER))
        .containsExactly(Value.of(2), Value.of(2), Value.of(0));
    assertThatThrownBy(() -> compute(reference("spend.hours"), OCTOBER, OCTOBER, OCTOBER))
        .isInstanceOfSatisfying(
            ToolException.Policy.class,
            fault ->
                assertThat(Said.by(fault))
                    .isEqualTo(
                        "spend has no column hours; it gives entity_id, value, days, latest"));
  }

  @Test
  void throughIsTheMetricOfTheEntityThatAFieldNames() throws SQLException {
    store.with(
        "bookings",
        "booking_id, leader_id, promoter_id, merchant_id, scheduled_at, status",
        "'B1', 'L1', 'P', 'M1', timestamp with time zone '2020-10-05 20:00:00+08', 'no_show'",
        "'B2', 'L1', 'P', null, timestamp with time zone '2020-10-06 20:00:00+08', 'no_show'",
        "'B3', 'L2', 'P', 'M2', timestamp with time zone '2020-10-07 20:00:00+08', 'fulfilled'");

    assertThat(
            store.october(EntityKind.BOOKING, through(reference("no_shows"), "leader_id")).values())
        .containsExactly(Value.of(2), Value.of(2), Value.of(0));
    assertThat(
            store
                .october(EntityKind.BOOKING, through(reference("promotion_spend"), "merchant_id"))
                .values())
        .containsExactly(Value.of(3), Value.missing(), Value.of(12));
  }

  @ParameterizedTest
  @MethodSource
  void saysWhatAReferenceGetsWrong(EntityKind kind, MetricReference reference, String expected) {
    assertThat(Metrics.problem(catalogue(), reference, kind).map(Said::in)).contains(expected);
  }

  static Stream<Arguments> saysWhatAReferenceGetsWrong() {
    EntityKind merchant = EntityKind.MERCHANT;
    return Stream.of(
        Arguments.of(
            merchant,
            reference("net_sale"),
            "there is no metric net_sale for merchant; near it: net_sales"),
        Arguments.of(
            merchant,
            reference("no_shows"),
            "there is no metric no_shows for merchant; there is one for leader, promoter"),
        Arguments.of(
            merchant,
            reference("gmv.numerator"),
            "gmv is not a rate; it has no numerator and denominator"),
        Arguments.of(
            merchant,
            reference("gmv", Map.of("hour", List.of(Value.of(1)))),
            "gmv has no parameter hour; near it: clock, lag"),
        Arguments.of(
            merchant,
            reference("violations", Map.of("hours", List.of(Value.of(1)))),
            "violations takes no parameters; take hours out of with"),
        Arguments.of(
            merchant,
            reference("spend", Map.of("least", List.of(Value.ofText("x")))),
            "spend: the parameter least takes one value like 0"),
        Arguments.of(
            merchant,
            reference("on_time_ship_rate", Map.of("hours", List.of(Value.of(0)))),
            "on_time_ship_rate: the parameter hours takes a whole number from 1 to 1000000000"),
        Arguments.of(
            merchant,
            reference("gmv", Map.of("clock", List.of(Value.ofText("payed")))),
            "gmv has no clock payed; one of completed, paid, refunded, shipped"),
        Arguments.of(
            merchant,
            reference("gmv", Map.of("lag", List.of(Value.ofText("2 weeks")))),
            "gmv: the lag 2 weeks is not a number of days; write 14 days"),
        Arguments.of(
            EntityKind.PROVIDER,
            reference("gmv", Map.of("subject_type", List.of(Value.ofText("leader")))),
            "gmv: there is no subject_type leader; merchant, promoter or both"),
        Arguments.of(
            merchant,
            only(reference("gmv"), "chanel", "live"),
            "only and except know no chanel; near it: channel"),
        Arguments.of(
            merchant,
            only(reference("gmv"), "channel", "life"),
            "channel has no value life; near it: live"),
        Arguments.of(
            merchant,
            only(reference("violations"), "channel", "live"),
            "violations is not measured over single orders; only and except are for order measures"),
        Arguments.of(
            merchant,
            through(reference("gmv"), "leader"),
            "through: leader names no entity; one of licence, region"));
  }

  @Test
  void findsNothingWrongWithWhatIsRight() {
    MetricReference own = only(reference("gmv"), "own_buyer", "true");
    MetricReference lagged =
        reference(
            "gmv",
            Map.of(
                "clock", List.of(Value.ofText("completed")),
                "lag", List.of(Value.ofText("14 days"))));

    assertThat(Metrics.problem(catalogue(), own, EntityKind.MERCHANT)).isEmpty();
    assertThat(Metrics.problem(catalogue(), lagged, EntityKind.REGION)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void saysWhatASelectGetsWrong(String from, String to, String expected) {
    SqlMetric broken =
        SqlMetricReader.read("metrics/spend.sql", SPEND.replace(from, to), DataSets.shipped());

    assertThatThrownBy(() ->
            compute(
                new Catalogue(DataSets.shipped(), List.of(broken)),
                reference("spend"),
                OCTOBER,
                OCTOBER,
                OCTOBER))
        .isInstanceOfSatisfying(
            ToolException.Policy.class,
            fault -> assertThat(Said.by(fault)).isEqualTo("metrics/spend.sql: " + expected));
  }

  static Stream<Arguments> saysWhatASelectGetsWrong() {
    return Stream.of(
        Arguments.of(
            "as value",
            "as spend",
            "the SELECT must give entity_id and value, or entity_id, numerator and denominator; it gives entity_id, spend, days, latest"),
        Arguments.of("sum(p.spend)", "max(p.day)", "the value 2020-10-05 is not a money"),
        Arguments.of(
            "group by p.merchant_id",
            "group by p.merchant_id, p.day",
            "the SELECT gives M1 twice; group by entity_id (and role)"),
        Arguments.of("from promotions", "from promotion", "Table \"PROMOTION\" not found"),
        Arguments.of(
            "from promotions",
            "from base.promotions",
            "the read-only user may not do that; it may SELECT from the views of the store"));
  }

  private static Catalogue catalogue() {
    List<SqlMetric> metrics = new ArrayList<>(SqlMetrics.shipped());
    metrics.add(SqlMetricReader.read("metrics/spend.sql", SPEND, DataSets.shipped()));
    return new Catalogue(
        OwnSets.of(
            "{extends: orders, columns: {own_buyer: {type: flag}, source: {type: one_of, values: [search, feed]}, tip: {type: money}}}"),
        metrics);
  }

  private List<Value> compute(MetricReference reference, DayRange... ranges) {
    return compute(catalogue(), reference, ranges);
  }

  private List<Value> compute(Catalogue catalogue, MetricReference reference, DayRange... ranges) {
    List<Entity> entities = store.entities(EntityKind.MERCHANT);
    MetricTable table =
        new Metrics(catalogue, store.store())
            .compute(
                new MetricScope(EntityKind.MERCHANT, entities, 1, OCTOBER.last(), SHANGHAI),
                List.of(new MetricRequest(reference, Arrays.asList(ranges))));
    return List.of(table.value(0, 0), table.value(1, 0), table.value(2, 0));
  }

  private static MetricReference only(MetricReference reference, String dimension, String value) {
    return new MetricReference(
        reference.name(),
        reference.part(),
        reference.window(),
        new TreeMap<>(Map.of(dimension, List.of(value))),
        reference.except(),
        reference.with(),
        null);
  }

  private static MetricReference through(MetricReference reference, String column) {
    return new MetricReference(
        reference.name(),
        reference.part(),
        reference.window(),
        reference.only(),
        reference.except(),
        reference.with(),
        column);
  }
}
