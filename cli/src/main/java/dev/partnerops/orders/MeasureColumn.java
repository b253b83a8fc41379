package dev.partnerops.orders;

import java.util.Set;

/**
 * One number asked for of every entity.
 *
 * @param clock which time puts the order into the window
 * @param lagDays days added to that time's day before
 * @param hours of {@code on_time_ship_rate}; 0 elsewhere
 * @param subjects by which affiliations a provider is credited; both but for providers
 */
public record MeasureColumn(
    OrderMeasure measure,
    OrderWindow window,
    OrderFilter filter,
    OrderClock clock,
    int lagDays,
    int hours,
    Set<OrderGrouping.Subject> subjects) {

  /** The hours of {@code on_time_ship_rate} where nothing else is said (SPEC section 3). */
  public static final int DEFAULT_HOURS = 48;

  public MeasureColumn {
    subjects = Set.copyOf(subjects);
  }

  /** By the day of payment, unfiltered, {@value #DEFAULT_HOURS} hours, both subjects. */
  public static MeasureColumn of(OrderMeasure measure, OrderWindow window) {
    return new MeasureColumn(
        measure,
        window,
        OrderFilter.NONE,
        OrderClock.PAID,
        0,
        DEFAULT_HOURS,
        Set.of(OrderGrouping.Subject.MERCHANT, OrderGrouping.Subject.PROMOTER));
  }
}
