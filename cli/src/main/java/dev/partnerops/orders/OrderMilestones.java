package dev.partnerops.orders;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When an entity reached something by its orders: what RULES 40 counts entities by. */
public final class OrderMilestones {

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
    Objects.requireNonNull(connection);
    return List.of();
  }

  /**
   * The first day on which each promoter's paid amounts of {@code days} days, up to and with that
   * day, add up to {@code gmvFen} or more; null where they never did.
   */
  public static List<@Nullable LocalDate> gmvReached(
      Connection connection, Reading reading, List<String> promoterIds, long gmvFen, int days) {
    Objects.requireNonNull(connection);
    return List.of();
  }
}
