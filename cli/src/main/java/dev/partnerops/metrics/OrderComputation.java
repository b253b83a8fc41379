package dev.partnerops.metrics;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import dev.partnerops.model.Value;
import dev.partnerops.orders.MeasureColumn;
import dev.partnerops.orders.MeasureRequest;
import dev.partnerops.orders.MeasureResult;
import dev.partnerops.orders.OrderMeasure;
import dev.partnerops.orders.OrderWindow;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.Windows;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Order measures: all that is asked of one population in one pass over the orders. */
final class OrderComputation {

  /** A range without a day, for whoever is not asked. */
  private static final DayRange NOTHING =
      new DayRange(LocalDate.of(1, 1, 2), LocalDate.of(1, 1, 1));

  /** The part of the heap that distinct counts may take. */
  private static final int HEAP_PART = 4;

  private final MetricStore store;
  private final MetricScope scope;

  OrderComputation(MetricStore store, MetricScope scope) {
    this.store = store;
    this.scope = scope;
  }

  /** Fills in the answers; what else was seen of providers is returned. */
  List<Reached> compute(List<Ask> asks) {
    Map<String, List<Ask>> byThrough = new LinkedHashMap<>();
    for (Ask ask : asks) {
      String through = ask.measured().through();
      byThrough.computeIfAbsent(through == null ? "" : through, name -> new ArrayList<>()).add(ask);
    }
    List<Reached> reached = new ArrayList<>();
    byThrough.values().forEach(each -> reached.addAll(computeTogether(each)));
    return reached;
  }

  private List<Reached> computeTogether(List<Ask> asks) {
    EntityKind kind = asks.getFirst().measured().info().kind();
    boolean isThrough = asks.getFirst().measured().through() != null;
    Targets targets =
        isThrough ? Targets.named(asks.getFirst().subjects()) : Targets.all(scope.entities());
    Map<MeasureColumn, Integer> columns = new LinkedHashMap<>();
    List<Layers> layers = new ArrayList<>();
    // Asks over the same days have the same layers; days are the same where the lists are.
    IdentityHashMap<List<@Nullable DayRange>, DayLayers> known = new IdentityHashMap<>();
    IdentityHashMap<List<@Nullable DayRange>, DayLayers> knownEver = new IdentityHashMap<>();
    for (Ask ask : asks) {
      DayLayers days =
          (isEver(ask.measured()) ? knownEver : known)
              .computeIfAbsent(ask.ranges(), none -> DayLayers.of(ask, targets, scope.asOf()));
      layers.add(days.columns(ask.measured(), columns));
    }
    List<MeasureColumn> asked = new ArrayList<>(columns.keySet());
    OrderPopulation population = new OrderPopulation(store, scope);
    boolean needsJoinedOn =
        asked.stream().anyMatch(column -> column.measure() == OrderMeasure.DAYS_TO_FIRST_ORDER);
    MeasureResult result =
        store.measure(
            new MeasureRequest(
                scope.batch(),
                scope.asOf(),
                scope.zone(),
                population.grouping(kind, targets.ids()),
                asked,
                population.merchants(),
                population.products(),
                needsJoinedOn ? population.joinedOn(kind, targets.ids(), isThrough) : List.of(),
                Runtime.getRuntime().maxMemory() / HEAP_PART));
    for (int i = 0; i < asks.size(); i++) {
      fill(asks.get(i), layers.get(i), targets, result);
    }
    return kind.equals(EntityKind.PROVIDER) ? Reached.of(asked, result) : List.of();
  }

  private static void fill(Ask ask, Layers layers, Targets targets, MeasureResult result) {
    boolean isDaysSince = isDaysSince(ask.measured());
    boolean isWhole = ask.measured().part() == MetricReference.Part.WHOLE;
    ask.answerBy(
        new Ask.Source() {
          @Override
          public @Nullable Value find(int entity) {
            int column = layers.columnOf(entity);
            if (column < 0) {
              return null;
            }
            Value value = value(ask.measured(), result, targets.placeOf(entity), column);
            return isDaysSince ? daysSince(value, ask.range(entity)) : value;
          }

          @Override
          public @Nullable Object cell(int entity) {
            int column = layers.columnOf(entity);
            return isWhole && !isDaysSince && column >= 0
                ? result.cell(targets.placeOf(entity), column)
                : find(entity);
          }
        });
  }

  private static boolean isDaysSince(Measured measured) {
    return measured.info().definition() instanceof Definition.OfFigure(OrderFigure figure)
        && figure == OrderFigure.DAYS_SINCE_FIRST_ORDER;
  }

  private static Value daysSince(Value first, @Nullable DayRange range) {
    LocalDate end = range == null ? LocalDate.MIN : range.last();
    return first
        .findDay()
        .filter(day -> !day.isAfter(end))
        .map(day -> Value.of(ChronoUnit.DAYS.between(day, end)))
        .orElse(Value.missing());
  }

  private static Value value(Measured measured, MeasureResult result, int target, int column) {
    if (measured.part() == MetricReference.Part.WHOLE) {
      return result.value(target, column);
    }
    long denominator = result.denominator(target, column);
    if (denominator == 0) {
      return Value.of(0);
    }
    boolean isNumerator = measured.part() == MetricReference.Part.NUMERATOR;
    long part = isNumerator ? result.numerator(target, column) : denominator;
    return isMoney(measure(measured), measured.part())
        ? Value.of(new Money(part))
        : new Value.Numeric(Fraction.of(part));
  }

  /** Whether a part of a quotient is an amount, in fen until it is a value. */
  static boolean isMoney(OrderMeasure measure, MetricReference.Part part) {
    return measure == OrderMeasure.REFUND_RATE
        || (measure == OrderMeasure.AVERAGE_ORDER && part == MetricReference.Part.NUMERATOR);
  }

  private static OrderMeasure measure(Measured measured) {
    return switch (measured.info().definition()) {
      case Definition.OfOrders(OrderMeasure measure) -> measure;
      case Definition.OfFigure(OrderFigure figure) -> figure.measure();
      case Definition.OfMilestones milestones -> throw notOfOrders(measured);
      case Definition.OfSql sql -> throw notOfOrders(measured);
      case Definition.OfReported reported -> throw notOfOrders(measured);
    };
  }

  private static IllegalStateException notOfOrders(Measured measured) {
    return new IllegalStateException("not an order measure: " + measured.info().name());
  }

  /** Whom the orders are counted for, each once. */
  private static final class Targets {
    private final List<EntityId> ids;
    private final int[] places;

    private Targets(List<EntityId> ids, int[] places) {
      this.ids = ids;
      this.places = places;
    }

    List<EntityId> ids() {
      return ids;
    }

    /** The entity's target; -1 for none. */
    int placeOf(int entity) {
      return places[entity];
    }

    static Targets all(List<Entity> entities) {
      int[] places = new int[entities.size()];
      for (int i = 0; i < places.length; i++) {
        places[i] = i;
      }
      return new Targets(entities.stream().map(Entity::id).toList(), places);
    }

    static Targets named(List<@Nullable EntityId> subjects) {
      Map<EntityId, Integer> known = new HashMap<>();
      List<EntityId> ids = new ArrayList<>();
      int[] places = new int[subjects.size()];
      for (int i = 0; i < places.length; i++) {
        EntityId subject = subjects.get(i);
        if (subject == null) {
          places[i] = -1;
          continue;
        }
        Integer place = known.putIfAbsent(subject, ids.size());
        places[i] = place == null ? ids.size() : place;
        if (place == null) {
          ids.add(subject);
        }
      }
      return new Targets(ids, places);
    }
  }

  /**
   * The columns that answer one ask: one, unless several entities name one target with days of
   * their own.
   */
  private static final class Layers {
    private final DayLayers days;
    private final int[] columnOfLayer;

    private Layers(DayLayers days, int[] columnOfLayer) {
      this.days = days;
      this.columnOfLayer = columnOfLayer;
    }

    /** The column that answers for an entity; -1 where nothing is asked. */
    int columnOf(int entity) {
      int layer = days.layerOf[entity];
      return layer < 0 ? -1 : columnOfLayer[layer];
    }
  }

  /** First days are those ever, whatever the window (SPEC section 3, RULES 36). */
  private static boolean isEver(Measured measured) {
    OrderMeasure measure = measure(measured);
    return measure == OrderMeasure.FIRST_ORDER_ON || measure == OrderMeasure.DAYS_TO_FIRST_ORDER;
  }

  /** The days of each entity, spread over as many windows as one target has different days. */
  private static final class DayLayers {
    private final int[] layerOf;
    private final List<OrderWindow> windows;

    private DayLayers(int[] layerOf, List<OrderWindow> windows) {
      this.layerOf = layerOf;
      this.windows = windows;
    }

    static DayLayers of(Ask ask, Targets targets, LocalDate asOf) {
      List<@Nullable DayRange[]> layers = new ArrayList<>();
      int[] layerOf = new int[ask.size()];
      for (int entity = 0; entity < layerOf.length; entity++) {
        DayRange window = ask.range(entity);
        DayRange days =
            window != null && isEver(ask.measured())
                ? new DayRange(Windows.BEGINNING, asOf)
                : window;
        layerOf[entity] =
            days == null || targets.placeOf(entity) < 0
                ? -1
                : layer(layers, targets, targets.placeOf(entity), days);
      }
      return new DayLayers(layerOf, layers.stream().map(DayLayers::window).toList());
    }

    Layers columns(Measured measured, Map<MeasureColumn, Integer> columns) {
      int[] columnOfLayer = new int[windows.size()];
      for (int layer = 0; layer < columnOfLayer.length; layer++) {
        columnOfLayer[layer] =
            columns.computeIfAbsent(column(measured, windows.get(layer)), fresh -> columns.size());
      }
      return new Layers(this, columnOfLayer);
    }

    private static int layer(
        List<@Nullable DayRange[]> layers, Targets targets, int target, DayRange days) {
      for (int i = 0; i < layers.size(); i++) {
        DayRange known = layers.get(i)[target];
        if (known == null || known.equals(days)) {
          layers.get(i)[target] = days;
          return i;
        }
      }
      @Nullable DayRange[] fresh = new @Nullable DayRange[targets.ids().size()];
      fresh[target] = days;
      layers.add(fresh);
      return layers.size() - 1;
    }

    private static OrderWindow window(@Nullable DayRange[] days) {
      DayRange shared = null;
      boolean isShared = true;
      List<DayRange> each = new ArrayList<>(days.length);
      for (DayRange range : days) {
        each.add(range == null ? NOTHING : range);
        if (range != null) {
          isShared &= shared == null || shared.equals(range);
          shared = range;
        }
      }
      return isShared && shared != null
          ? new OrderWindow.Shared(shared)
          : new OrderWindow.PerEntity(each);
    }

    private static MeasureColumn column(Measured measured, OrderWindow window) {
      Measured.OrderOptions options = measured.options();
      return new MeasureColumn(
          measure(measured),
          window,
          options.filter(),
          options.clock(),
          options.lagDays(),
          options.hours(),
          options.subjects());
    }
  }
}
