package dev.partnerops.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.orders.MeasureRequest.MerchantFact;
import dev.partnerops.orders.MeasureRequest.ProductFact;
import dev.partnerops.orders.OrderGrouping.Affiliation;
import dev.partnerops.orders.OrderGrouping.Subject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderMeasuresTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final DayRange EVER = new DayRange(LocalDate.MIN, LocalDate.MAX);

  @TempDir private Path scratch;

  private static OrderWindow days(String first, String last) {
    return new OrderWindow.Shared(new DayRange(LocalDate.parse(first), LocalDate.parse(last)));
  }

  private static MeasureRequest request(
      long batch, String asOf, OrderGrouping grouping, List<MeasureColumn> columns) {
    return new MeasureRequest(
        batch,
        LocalDate.parse(asOf),
        SHANGHAI,
        grouping,
        columns,
        List.of(),
        List.of(),
        List.of(),
        1 << 24);
  }

  private static OrderGrouping merchants(String... ids) {
    return new OrderGrouping.ByColumn(OrderColumn.MERCHANT_ID, List.of(ids));
  }

  private static String text(MeasureResult result, int entity, int column) {
    return result.denominator(entity, column) == 0
        ? "missing"
        : result.numerator(entity, column) + "/" + result.denominator(entity, column);
  }

  private static long second(String instant) {
    return Instant.parse(instant).getEpochSecond();
  }

  @Test
  void endsWithTheLastSecondOfTheDayInTheZone() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      store.load(
          List.of(
              Orders.order("1", "M1", 1, second("2020-10-31T15:59:59Z")),
              Orders.order("2", "M1", 10, second("2020-10-31T16:00:00Z")),
              Orders.order("3", "M1", 100, second("2020-09-30T16:00:00Z")),
              Orders.order("4", "M1", 1000, second("2020-09-30T15:59:59Z"))));
      List<MeasureColumn> gmv =
          List.of(MeasureColumn.of(OrderMeasure.GMV, days("2020-10-01", "2020-10-31")));
      assertThat(
              OrderMeasures.compute(
                      store.connection, request(1, "2020-12-31", merchants("M1"), gmv))
                  .value(0, 0))
          .isEqualTo(new Value.Numeric(Fraction.of(101, 100)));
      List<MeasureColumn> ever =
          List.of(MeasureColumn.of(OrderMeasure.GMV, new OrderWindow.Shared(EVER)));
      assertThat(
              OrderMeasures.compute(
                      store.connection, request(1, "2020-10-31", merchants("M1"), ever))
                  .value(0, 0))
          .isEqualTo(new Value.Numeric(Fraction.of(1101, 100)));
    }
  }

  @Test
  void countsZeroOverNothingAndMissesRates() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      List<MeasureColumn> columns = new ArrayList<>();
      for (OrderMeasure measure : OrderMeasure.values()) {
        columns.add(MeasureColumn.of(measure, new OrderWindow.Shared(EVER)));
      }
      MeasureRequest empty =
          new MeasureRequest(
              0,
              LocalDate.of(2020, 10, 31),
              SHANGHAI,
              merchants("M1"),
              columns,
              List.of(),
              List.of(),
              Collections.singletonList(null),
              1 << 20);
      MeasureResult result = OrderMeasures.compute(store.connection, empty);
      for (int i = 0; i < columns.size(); i++) {
        OrderMeasure measure = columns.get(i).measure();
        boolean missing =
            measure.isQuotient()
                || measure == OrderMeasure.FIRST_ORDER_ON
                || measure == OrderMeasure.DAYS_TO_FIRST_ORDER;
        assertThat(result.value(0, i))
            .as(measure.word())
            .isEqualTo(missing ? Value.missing() : Value.of(0));
      }
    }
  }

  @Test
  void knowsRefundsFromTheirDayOn() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      OrderRow whole = Orders.order("1", "M1", 1, Orders.OCTOBER);
      whole.status = OrderStatus.REFUNDED;
      whole.refundedAt = second("2020-11-02T00:00:00Z");
      OrderRow part = Orders.order("2", "M1", 20, Orders.OCTOBER);
      part.status = OrderStatus.REFUNDED;
      part.refundFen = 10;
      OrderRow cancelled = Orders.order("3", "M1", 100, Orders.OCTOBER);
      cancelled.status = OrderStatus.CANCELLED;
      cancelled.refundFen = 0;
      OrderRow later = Orders.order("4", "M1", 1000, Orders.OCTOBER);
      later.status = OrderStatus.CANCELLED;
      later.refundedAt = second("2020-11-02T00:00:00Z");
      store.load(List.of(whole, part, cancelled, later));
      List<MeasureColumn> columns =
          List.of(
              MeasureColumn.of(OrderMeasure.REFUND_AMOUNT, new OrderWindow.Shared(EVER)),
              MeasureColumn.of(OrderMeasure.CANCELLED_RATE, new OrderWindow.Shared(EVER)));
      MeasureResult before =
          OrderMeasures.compute(
              store.connection, request(1, "2020-11-01", merchants("M1"), columns));
      MeasureResult after =
          OrderMeasures.compute(
              store.connection, request(1, "2020-11-02", merchants("M1"), columns));
      assertThat(before.numerator(0, 0)).isEqualTo(110);
      assertThat(after.numerator(0, 0)).isEqualTo(1111);
      assertThat(text(before, 0, 1)).isEqualTo("2/4");
    }
  }

  @Test
  void refusesASumThatOverflows() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      store.load(
          List.of(
              Orders.order("1", "M1", Long.MAX_VALUE, Orders.OCTOBER),
              Orders.order("2", "M1", 0, Orders.OCTOBER)));
      OrderRow more = Orders.order("3", "M1", 1, Orders.OCTOBER);
      store.load(List.of(more));
      List<MeasureColumn> gmv =
          List.of(MeasureColumn.of(OrderMeasure.GMV, new OrderWindow.Shared(EVER)));
      assertThatThrownBy(() ->
              OrderMeasures.compute(
                  store.connection, request(2, "2020-11-01", merchants("M1"), gmv)))
          .isInstanceOf(ArithmeticException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void agreesWithWhatOneWouldWriteDown(long seed) throws Exception {
    Random random = new Random(seed);
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      Map<String, OrderRow> current = new TreeMap<>();
      load(store, random, current, 300);
      load(store, random, current, 200);
      Map<String, OrderRow> forgotten = new TreeMap<>(current);
      load(store, random, forgotten, 100);
      store.withdraw(3);
      load(store, random, current, 50);
      MeasureRequest request = randomRequest(random, store.lastBatch());
      MeasureResult result = OrderMeasures.compute(store.connection, request);
      NaiveMeasures naive = new NaiveMeasures(request, current.values());
      for (int column = 0; column < request.columns().size(); column++) {
        for (int entity = 0; entity < request.grouping().entities(); entity++) {
          assertThat(text(result, entity, column))
              .as("%s of entity %d", request.columns().get(column), entity)
              .isEqualTo(naive.value(entity, column));
        }
        if (request.columns().get(column).window() instanceof OrderWindow.Shared) {
          for (Map.Entry<String, MeasureResult.Attribution> role :
              result.attribution(column).entrySet()) {
            assertThat(role.getValue())
                .isEqualTo(
                    new MeasureResult.Attribution(
                        naive.unattributed(role.getKey(), column),
                        naive.overlapping(role.getKey(), column)));
          }
        }
      }
    }
  }

  private static void load(OrderStore store, Random random, Map<String, OrderRow> current, int rows)
      throws Exception {
    Map<String, OrderRow> batch = new TreeMap<>();
    for (int i = 0; i < rows; i++) {
      String id = (random.nextInt(3) == 0 ? "T" : "") + random.nextInt(500);
      batch.put(id, Orders.random(random, id, i + 2L));
    }
    store.load(new ArrayList<>(batch.values()));
    current.putAll(batch);
  }

  private static LocalDate day(Random random) {
    return LocalDate.of(2020, 9, 25).plusDays(random.nextInt(80));
  }

  private static DayRange range(Random random) {
    if (random.nextInt(6) == 0) {
      return EVER;
    }
    LocalDate from = day(random);
    return new DayRange(from, from.plusDays(random.nextInt(50) - 2));
  }

  private static MeasureRequest randomRequest(Random random, long batch) {
    OrderGrouping grouping = grouping(random);
    List<@Nullable LocalDate> joined = new ArrayList<>();
    List<DayRange> own = new ArrayList<>();
    for (int i = 0; i < grouping.entities(); i++) {
      joined.add(random.nextInt(5) == 0 ? null : day(random));
      own.add(range(random));
    }
    List<OrderWindow> windows = new ArrayList<>(List.of(new OrderWindow.PerEntity(own)));
    for (int i = 0; i < 6; i++) {
      windows.add(new OrderWindow.Shared(range(random)));
    }
    List<MeasureColumn> columns = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      columns.add(
          new MeasureColumn(
              Orders.pick(random, OrderMeasure.values()),
              windows.get(random.nextInt(windows.size())),
              random.nextBoolean() ? OrderFilter.NONE : filter(random),
              random.nextBoolean() ? OrderClock.PAID : Orders.pick(random, OrderClock.values()),
              random.nextInt(3) * 7,
              24 + 24 * random.nextInt(3),
              List.of(
                      Set.of(Subject.MERCHANT),
                      Set.of(Subject.PROMOTER),
                      Set.of(Subject.MERCHANT, Subject.PROMOTER))
                  .get(random.nextInt(3))));
    }
    List<MerchantFact> merchants = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      merchants.add(
          new MerchantFact("M" + i, random.nextInt(4) == 0 ? null : "类目" + random.nextInt(3)));
    }
    List<ProductFact> products = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      products.add(
          new ProductFact(
              "S" + i,
              random.nextInt(3) == 0 ? null : "类目" + random.nextInt(3),
              random.nextBoolean(),
              random.nextInt(4) == 0 ? null : day(random),
              random.nextInt(2) == 0 ? null : day(random)));
    }
    // A few bytes only, so that distinct counts go by slices and single entities too.
    long memory = random.nextBoolean() ? 1 << 24 : 1 + random.nextInt(4000);
    return new MeasureRequest(
        batch, day(random), SHANGHAI, grouping, columns, merchants, products, joined, memory);
  }

  private static OrderFilter filter(Random random) {
    List<Map<String, Set<String>>> filters =
        List.of(
            Map.of("channel", Set.of("live", "video")),
            Map.of("category", Set.of("类目1", "类目2")),
            Map.of("hot", Set.of("true")),
            Map.of("hot", Set.of("false"), "channel", Set.of("shop")),
            Map.of("pool", Set.of("true")),
            Map.of("pool", Set.of("false")));
    Map<String, Set<String>> chosen = filters.get(random.nextInt(filters.size()));
    return random.nextBoolean()
        ? OrderFilter.of(chosen, Map.of())
        : OrderFilter.of(Map.of(), filters.get(random.nextInt(filters.size())));
  }

  private static OrderGrouping grouping(Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> new OrderGrouping.All();
      case 1 -> ids(OrderColumn.MERCHANT_ID, "M", 22);
      case 2 -> ids(OrderColumn.PROMOTER_ID, "达人", 10);
      case 3 -> ids(OrderColumn.SKU_ID, "S", 40);
      case 4 -> ids(OrderColumn.SESSION_ID, "live-", 31);
      case 5 -> {
        Map<String, Integer> licences = new HashMap<>();
        for (int i = 0; i < 18; i++) {
          licences.put("M" + i, random.nextInt(5));
        }
        yield new OrderGrouping.ByMerchant(5, licences);
      }
      default -> {
        List<Affiliation> affiliations = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
          boolean merchant = random.nextBoolean();
          LocalDate from = day(random);
          affiliations.add(
              new Affiliation(
                  random.nextInt(6),
                  merchant ? Subject.MERCHANT : Subject.PROMOTER,
                  merchant ? "M" + random.nextInt(21) : "达人" + random.nextInt(16),
                  from,
                  random.nextInt(3) == 0 ? null : from.plusDays(random.nextInt(30))));
        }
        yield new OrderGrouping.ByAffiliation(
            List.of("training", "training", "mcn", "mcn", "mcn", "supply_chain"), affiliations);
      }
    };
  }

  private static OrderGrouping ids(OrderColumn column, String prefix, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(prefix + i);
    }
    return new OrderGrouping.ByColumn(column, ids);
  }
}
