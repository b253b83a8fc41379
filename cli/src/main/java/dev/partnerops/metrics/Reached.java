package dev.partnerops.metrics;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.Message;
import dev.partnerops.orders.MeasureColumn;
import dev.partnerops.orders.MeasureResult;
import dev.partnerops.orders.OrderClock;
import dev.partnerops.orders.OrderFilter;
import dev.partnerops.orders.OrderWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many orders of some days reached none of the providers measured, and how many two or more of
 * one role, for whom they count more than once (RULES 14).
 *
 * @param days the widest window that was measured by the day paid and over all orders
 */
public record Reached(String role, DayRange days, long none, long several) {

  /** One a role, in the order of their names; those that reached one provider each are no news. */
  static List<Reached> of(List<MeasureColumn> columns, MeasureResult result) {
    Map<String, Reached> byRole = new TreeMap<>();
    for (int i = 0; i < columns.size(); i++) {
      MeasureColumn column = columns.get(i);
      boolean plain =
          column.filter().equals(OrderFilter.NONE)
              && column.clock() == OrderClock.PAID
              && column.lagDays() == 0;
      if (plain && column.window() instanceof OrderWindow.Shared(DayRange days)) {
        result
            .attribution(i)
            .forEach((role, orders) ->
                byRole.merge(
                    role,
                    new Reached(role, days, orders.unattributed(), orders.overlapping()),
                    Reached::wider));
      }
    }
    List<Reached> news = new ArrayList<>(byRole.values());
    news.removeIf(each -> each.none() == 0 && each.several() == 0);
    return news;
  }

  /** Of one window the columns differ in whose affiliations they follow: what any reached, is. */
  private static Reached wider(Reached one, Reached other) {
    int longer = Long.compare(length(other.days()), length(one.days()));
    boolean better = longer > 0 || (longer == 0 && other.none() < one.none());
    return better ? other : one;
  }

  private static long length(DayRange days) {
    return days.last().toEpochDay() - days.first().toEpochDay();
  }

  /** The line for stderr. */
  public Message text() {
    return Message.of("metrics.reached", role, days.first(), days.last(), none, several);
  }
}
