package dev.partnerops.auditing;

import dev.partnerops.evaluating.OrderOwners;
import dev.partnerops.model.DayRange;
import dev.partnerops.model.EntityId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The orders of some days, each in one heap: counted for whoever was judged, excluded with the
 * reason, or unattributed. A builder, fed order by order.
 */
final class Partition {

  /** What became of an order, best last. */
  enum Outcome {
    UNATTRIBUTED,
    EXCLUDED,
    COUNTED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private record Fate(Outcome outcome, String reason) {}

  private final Counted counted;
  private final String label;
  private final OrderOwners owners;
  private final Goods goods;
  private final Map<EntityId, DayRange> ranges;
  private final Map<EntityId, String> notJudged;
  private final Map<Outcome, Map<String, Tally>> heaps = new EnumMap<>(Outcome.class);
  private final Map<EntityId, Tally> byEntity = new HashMap<>();

  /**
   * Nothing yet.
   *
   * @param label of whose orders: {@code merchant}, {@code provider:training}
   * @param ranges the days of the window for each entity that was judged; none where a field it
   *     hangs on is empty
   * @param notJudged why the others were not
   */
  Partition(
      Counted counted,
      String label,
      OrderOwners owners,
      Goods goods,
      Map<EntityId, DayRange> ranges,
      Map<EntityId, String> notJudged) {
    this.counted = counted;
    this.label = label;
    this.owners = owners;
    this.goods = goods;
    this.ranges = ranges;
    this.notJudged = notJudged;
  }

  Counted counted() {
    return counted;
  }

  String label() {
    return label;
  }

  OrderOwners owners() {
    return owners;
  }

  /** Whether the window of nobody holds any of those days: then it says nothing of their orders. */
  boolean isOfOtherDays(DayRange days) {
    return ranges.values().stream().allMatch(range -> range.common(days).isEmpty());
  }

  /** Those of the days that an entity's window holds; of one without a window none. */
  DayRange days(EntityId entity, DayRange days) {
    DayRange own = ranges.get(entity);
    return own == null ? new DayRange(days.first(), days.first().minusDays(1)) : own.common(days);
  }

  void accept(PaidOrder order) {
    Set<EntityId> reached = owners.of(order, counted.subjects());
    Fate fate = null;
    for (EntityId entity : reached) {
      Fate own = fate(order, entity);
      if (own.outcome() == Outcome.COUNTED) {
        byEntity.merge(entity, order.tally(), Tally::plus);
      }
      if (fate == null || own.outcome().compareTo(fate.outcome()) > 0) {
        fate = own;
      }
    }
    if (fate == null) {
      fate = new Fate(Outcome.UNATTRIBUTED, owners.whyNobody(order));
    }
    heaps
        .computeIfAbsent(fate.outcome(), outcome -> new TreeMap<>())
        .merge(fate.reason(), order.tally(), Tally::plus);
  }

  private Fate fate(PaidOrder order, EntityId entity) {
    String why = notJudged.get(entity);
    if (why != null) {
      return new Fate(Outcome.EXCLUDED, why);
    }
    @Nullable DayRange days = ranges.get(entity);
    if (days == null || !days.contains(order.paidOn())) {
      return new Fate(Outcome.EXCLUDED, "window");
    }
    String filter = counted.filteredBy(order, goods);
    return filter.isEmpty() ? new Fate(Outcome.COUNTED, "") : new Fate(Outcome.EXCLUDED, filter);
  }

  /** What was counted for an entity; of an order that reaches two it is whole for each. */
  Tally of(EntityId entity) {
    return byEntity.getOrDefault(entity, Tally.NOTHING);
  }

  /** The heaps: counted, excluded, unattributed, by reason. */
  void forEach(BiConsumer<Outcome, Map<String, Tally>> each) {
    for (Outcome outcome :
        new Outcome[] {Outcome.COUNTED, Outcome.EXCLUDED, Outcome.UNATTRIBUTED}) {
      if (heaps.containsKey(outcome)) {
        each.accept(outcome, heaps.getOrDefault(outcome, Map.of()));
      }
    }
  }

  Tally total() {
    Tally total = Tally.NOTHING;
    for (Map<String, Tally> heap : heaps.values()) {
      for (Tally tally : heap.values()) {
        total = total.plus(tally);
      }
    }
    return total;
  }
}
