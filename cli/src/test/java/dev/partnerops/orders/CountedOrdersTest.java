package dev.partnerops.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.DayRange;
import dev.partnerops.orders.OrderGrouping.Affiliation;
import dev.partnerops.orders.OrderGrouping.Subject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows behind a number add up to it, whatever is measured of whom. */
final class CountedOrdersTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Set<OrderMeasure> FIRST_DAYS =
      Set.of(OrderMeasure.FIRST_ORDER_ON, OrderMeasure.DAYS_TO_FIRST_ORDER);

  @TempDir private Path scratch;

  private static OrderGrouping grouping(int which) {
    return switch (which) {
      case 0 -> new OrderGrouping.All();
      case 1 -> new OrderGrouping.ByColumn(OrderColumn.MERCHANT_ID, List.of("M3"));
      case 2 -> new OrderGrouping.ByColumn(OrderColumn.PROMOTER_ID, List.of("达人4"));
      default ->
          new OrderGrouping.ByAffiliation(
              List.of("mcn"),
              List.of(
                  new Affiliation(0, Subject.MERCHANT, "M1", LocalDate.of(2020, 10, 5), null),
                  new Affiliation(
                      0,
                      Subject.PROMOTER,
                      "达人2",
                      LocalDate.of(2020, 9, 1),
                      LocalDate.of(2020, 10, 20))));
    };
  }

  private static MeasureColumn column(Random random, OrderMeasure measure) {
    LocalDate from = LocalDate.of(2020, 10, 1).plusDays(random.nextInt(20));
    return new MeasureColumn(
        measure,
        new OrderWindow.Shared(new DayRange(from, from.plusDays(random.nextInt(40)))),
        random.nextBoolean()
            ? OrderFilter.NONE
            : OrderFilter.of(Map.of("channel", Set.of("live", "shop")), Map.of()),
        random.nextInt(3) > 0 ? OrderClock.PAID : Orders.pick(random, OrderClock.values()),
        random.nextInt(2) * 7,
        48,
        random.nextBoolean()
            ? Set.of(Subject.MERCHANT, Subject.PROMOTER)
            : Set.of(Subject.PROMOTER));
  }

  private static MeasureRequest request(OrderGrouping grouping, MeasureColumn column) {
    return new MeasureRequest(
        3,
        LocalDate.of(2020, 11, 20),
        SHANGHAI,
        grouping,
        List.of(column),
        List.of(),
        List.of(),
        List.of(),
        1 << 24);
  }

  @Test
  void addUpToTheNumberInTheOrderOfTheirIds() throws Exception {
    Random random = new Random(37);
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      store.load(Nights.base(random));
      store.load(Nights.night(random, 1));
      store.load(Nights.night(random, 2));
      for (int which = 0; which < 4; which++) {
        for (OrderMeasure measure : OrderMeasure.values()) {
          if (!FIRST_DAYS.contains(measure)) {
            MeasureRequest request = request(grouping(which), column(random, measure));
            addsUp(store, request);
          }
        }
      }
    }
  }

  private static void addsUp(OrderStore store, MeasureRequest request) {
    MeasureResult result = OrderMeasures.compute(store.connection, request);
    long counted = 0;
    long of = 0;
    List<OrderKey> keys = new ArrayList<>();
    try (CountedOrders orders = CountedOrders.open(store.connection, request)) {
      while (orders.hasNext()) {
        CountedOrder order = orders.next();
        counted += order.counted();
        of += order.countedOf();
        keys.add(OrderKey.of(order.orderId()));
        assertThat(order.batch()).isBetween(1L, 3L);
        assertThat(order.line()).isPositive();
      }
    }
    boolean quotient = request.columns().getFirst().measure().isQuotient();
    assertThat(counted).as(request.columns().toString()).isEqualTo(result.numerator(0, 0));
    assertThat(of).isEqualTo(quotient ? result.denominator(0, 0) : 0);
    assertThat(keys).isSorted().doesNotHaveDuplicates();
  }
}
