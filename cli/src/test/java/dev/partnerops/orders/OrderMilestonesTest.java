package dev.partnerops.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OrderMilestonesTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @TempDir private Path scratch;

  private static long at(String local) {
    return Instant.parse(local + "Z").getEpochSecond() - 8 * 3600;
  }

  private static OrderMilestones.Reading reading(String asOf) {
    return new OrderMilestones.Reading(1, LocalDate.parse(asOf), SHANGHAI);
  }

  @Test
  void findsTheDayOfTheNthOrderWithinTheDaysOfJoining() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      store.load(
          List.of(
              Orders.order("1", "M1", 1, at("2020-09-30T23:59:59")),
              Orders.order("2", "M1", 1, at("2020-10-20T10:00:00")),
              Orders.order("3", "M1", 1, at("2020-10-01T00:00:00")),
              Orders.order("4", "M1", 1, at("2020-10-30T23:59:59")),
              Orders.order("5", "M1", 1, at("2020-10-31T00:00:00")),
              Orders.order("6", "M2", 1, at("2020-10-02T00:00:00"))));
      List<String> merchants = List.of("M1", "M2", "M3", "M1");
      List<@Nullable LocalDate> joined =
          Arrays.asList(
              LocalDate.of(2020, 10, 1),
              null,
              LocalDate.of(2020, 10, 1),
              LocalDate.of(2020, 10, 2));
      assertThat(
              OrderMilestones.ordersReached(
                  store.connection,
                  reading("2020-12-01"),
                  merchants.subList(0, 3),
                  joined.subList(0, 3),
                  1,
                  30))
          .containsExactly(LocalDate.of(2020, 10, 1), null, null);
      assertThat(
              OrderMilestones.ordersReached(
                  store.connection,
                  reading("2020-12-01"),
                  List.of("M1"),
                  joined.subList(0, 1),
                  3,
                  30))
          .containsExactly(LocalDate.of(2020, 10, 30));
      assertThat(
              OrderMilestones.ordersReached(
                  store.connection,
                  reading("2020-12-01"),
                  List.of("M1"),
                  joined.subList(0, 1),
                  4,
                  30))
          .containsExactly((LocalDate) null);
      assertThat(
              OrderMilestones.ordersReached(
                  store.connection,
                  reading("2020-10-29"),
                  List.of("M1"),
                  joined.subList(0, 1),
                  3,
                  30))
          .containsExactly((LocalDate) null);
    }
  }

  @Test
  void findsTheDayOnWhichRollingSalesReachTheMark() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      List<OrderRow> rows = new ArrayList<>();
      Random random = new Random(5);
      long[][] daily = new long[4][60];
      for (int i = 0; i < 300; i++) {
        int promoter = random.nextInt(4);
        int day = random.nextInt(60);
        OrderRow row =
            Orders.order(
                "o" + i,
                "M1",
                random.nextInt(1000),
                Orders.OCTOBER + day * 86_400L + random.nextInt(86_400));
        row.promoterId = "P" + promoter;
        daily[promoter][day] += row.amountFen;
        rows.add(row);
      }
      store.load(rows);
      List<@Nullable LocalDate> expected = new ArrayList<>();
      for (int promoter = 0; promoter < 5; promoter++) {
        expected.add(promoter == 4 ? null : firstDay(daily[promoter], 6_000, 7));
      }
      assertThat(
              OrderMilestones.gmvReached(
                  store.connection,
                  reading("2021-01-01"),
                  List.of("P0", "P1", "P2", "P3", "P9"),
                  6_000,
                  7))
          .isEqualTo(expected)
          .anyMatch(day -> day != null);
    }
  }

  private static @Nullable LocalDate firstDay(long[] daily, long mark, int days) {
    for (int day = 0; day < daily.length; day++) {
      long sum = 0;
      for (int back = 0; back < days && back <= day; back++) {
        sum += daily[day - back];
      }
      if (sum >= mark) {
        return LocalDate.of(2020, 10, 1).plusDays(day);
      }
    }
    return null;
  }
}
