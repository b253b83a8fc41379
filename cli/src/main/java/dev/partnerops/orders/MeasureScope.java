package dev.partnerops.orders;

import dev.partnerops.model.DayRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Orders that several columns count alike: one window, clock, lag, filter and kind of subject; and
 * the sums over them.
 */
final class MeasureScope {

  /** What two columns must share. */
  record Key(
      OrderWindow window,
      OrderFilter filter,
      OrderClock clock,
      int lagDays,
      Set<OrderGrouping.Subject> subjects) {

    static Key of(MeasureColumn column) {
      return new Key(
          column.window(), column.filter(), column.clock(), column.lagDays(), column.subjects());
    }

    /** The same but for the window. */
    Family family() {
      return new Family(filter, clock, lagDays, subjects);
    }
  }

  /** What windows may differ under: one pass counts the distinct ids of all of them. */
  record Family(
      OrderFilter filter, OrderClock clock, int lagDays, Set<OrderGrouping.Subject> subjects) {}

  final Key key;
  final List<OrderSum> sums = new ArrayList<>();
  private final boolean shared;
  private final long[] from;
  private final long[] to;
  private long least = Long.MAX_VALUE;
  private long greatest = Long.MIN_VALUE;

  MeasureScope(Key key, MeasureRequest request) {
    this.key = key;
    DayClock days = new DayClock(request.zone());
    List<DayRange> windows =
        switch (key.window()) {
          case OrderWindow.Shared(DayRange window) -> List.of(window);
          case OrderWindow.PerEntity(List<DayRange> perEntity) -> perEntity;
        };
    shared = key.window() instanceof OrderWindow.Shared;
    from = new long[windows.size()];
    to = new long[windows.size()];
    for (int i = 0; i < from.length; i++) {
      long[] seconds = days.seconds(windows.get(i), key.lagDays(), request.asOf());
      from[i] = seconds[0];
      to[i] = seconds[1];
      if (from[i] < to[i]) {
        least = Math.min(least, from[i]);
        greatest = Math.max(greatest, to[i]);
      }
    }
  }

  /** The place of a sum among those kept for each entity. */
  int sum(OrderSum sum) {
    int known = sums.indexOf(sum);
    if (known >= 0) {
      return known;
    }
    sums.add(sum);
    return sums.size() - 1;
  }

  boolean mayHold(SegmentHeader header) {
    return header.mayHold(key.clock(), least, greatest);
  }

  /** Whether every row that exists counts for every entity: one window, all payments in it. */
  boolean holdsAll(SegmentHeader header) {
    int place = key.clock().place();
    return shared
        && key.clock() == OrderClock.PAID
        && header.leastTimes()[place] >= from[0]
        && header.greatestTimes()[place] < to[0];
  }

  /**
   * Whether the time lies in the window of any entity's, as far as one may say without knowing
   * whose.
   */
  boolean spans(long time) {
    return time >= least && time < greatest;
  }

  boolean holds(long time, int entity) {
    int place = shared ? 0 : entity;
    return time >= from[place] && time < to[place];
  }
}
