package dev.partnerops.orders;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When an entity reached something by its orders: what RULES 40 counts entities by. */
public final class OrderMilestones {

  /** Heap for sums by promoter and day; promoters beyond it are taken in another reading. */
  private static final long SUMS_IN_MEMORY = 8_000_000;

  /** The newest batch to read, the last day whose payments exist, and the zone of days. */
  public record Reading(long batch, LocalDate asOf, ZoneId zone) {}

  private OrderMilestones() {}

  /**
   * The day on which each merchant's {@code orders}-th order was paid within {@code days} days from
   * its day, that day being the first; null where it was not (or the merchant has no day).
   */
  public static List<@Nullable LocalDate> ordersReached(
      Connection connection,
      Reading reading,
      List<String> merchantIds,
      List<@Nullable LocalDate> firstDays,
      int orders,
      int days) {
    DayClock clock = new DayClock(reading.zone());
    long[] from = new long[merchantIds.size()];
    long[] to = new long[merchantIds.size()];
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    EarliestTimes[] earliest = new EarliestTimes[merchantIds.size()];
    for (int i = 0; i < from.length; i++) {
      earliest[i] = new EarliestTimes(orders);
      LocalDate first = firstDays.get(i);
      if (first != null) {
        from[i] = clock.start(first);
        to[i] = clock.start(first.plusDays(days));
        least = Math.min(least, from[i]);
        greatest = Math.max(greatest, to[i]);
      }
    }
    try (OrderSnapshot snapshot = OrderSnapshot.open(connection, reading.batch())) {
      CodeReach reach =
          CodeReach.of(
              new OrderGrouping.ByColumn(OrderColumn.MERCHANT_ID, merchantIds),
              snapshot.store().ids());
      new PaymentScan(snapshot, reach, clock.end(reading.asOf()))
          .read(
              least,
              greatest,
              (columns, pairs) -> {
                long[] paidAt = columns.values(OrderColumn.PAID_AT);
                for (int i = 0; i < pairs.count; i++) {
                  int entity = pairs.entities[i];
                  long paid = paidAt[pairs.rows[i]];
                  if (paid >= from[entity] && paid < to[entity]) {
                    earliest[entity].add(paid);
                  }
                }
              });
    }
    List<@Nullable LocalDate> reached = new ArrayList<>();
    for (EarliestTimes times : earliest) {
      reached.add(times.isFull() ? LocalDate.ofEpochDay(clock.epochDay(times.latest())) : null);
    }
    return reached;
  }

  /**
   * The first day on which each promoter's paid amounts of {@code days} days, up to and with that
   * day, add up to {@code gmvFen} or more; null where they never did.
   */
  public static List<@Nullable LocalDate> gmvReached(
      Connection connection, Reading reading, List<String> promoterIds, long gmvFen, int days) {
    DayClock clock = new DayClock(reading.zone());
    List<@Nullable LocalDate> reached = new ArrayList<>();
    try (OrderSnapshot snapshot = OrderSnapshot.open(connection, reading.batch())) {
      PaymentScan scan =
          new PaymentScan(
              snapshot,
              CodeReach.of(
                  new OrderGrouping.ByColumn(OrderColumn.PROMOTER_ID, promoterIds),
                  snapshot.store().ids()),
              clock.end(reading.asOf()));
      DayTable table = scan.days(clock);
      int slice = (int) Math.max(1, SUMS_IN_MEMORY / table.days());
      for (int from = 0; from < promoterIds.size(); from += slice) {
        int to = Math.min(from + slice, promoterIds.size());
        long[][] sums = dailySums(scan, table, from, to);
        for (long[] daily : sums) {
          int place = firstReached(daily, gmvFen, days);
          reached.add(place < 0 ? null : LocalDate.ofEpochDay(table.epochDay(place)));
        }
      }
    }
    return reached;
  }

  private static long[][] dailySums(PaymentScan scan, DayTable table, int from, int to) {
    long[][] sums = new long[to - from][table.days()];
    scan.read(
        Long.MIN_VALUE + 1,
        Long.MAX_VALUE,
        (columns, pairs) -> {
          long[] paidAt = columns.values(OrderColumn.PAID_AT);
          long[] amounts = columns.values(OrderColumn.AMOUNT);
          int day = 0;
          for (int i = 0; i < pairs.count; i++) {
            int entity = pairs.entities[i];
            if (entity >= from && entity < to) {
              long[] daily = sums[entity - from];
              day = table.place(paidAt[pairs.rows[i]], day);
              daily[day] = Math.addExact(daily[day], amounts[pairs.rows[i]]);
            }
          }
        });
    return sums;
  }

  private static int firstReached(long[] daily, long gmvFen, int days) {
    long running = 0;
    for (int day = 0; day < daily.length; day++) {
      running = Math.addExact(running, daily[day]);
      if (day >= days) {
        running -= daily[day - days];
      }
      if (running >= gmvFen && daily[day] > 0) {
        return day;
      }
    }
    return -1;
  }
}
