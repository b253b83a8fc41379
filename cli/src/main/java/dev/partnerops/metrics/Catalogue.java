package dev.partnerops.metrics;

import dev.partnerops.dataset.DataSets;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.Title;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import dev.partnerops.orders.MeasureColumn;
import dev.partnerops.orders.OrderClock;
import dev.partnerops.orders.OrderMeasure;
import dev.partnerops.output.Column;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.SharedMetric;
import dev.partnerops.programme.SharedMetrics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All metrics there are, by name and entity kind: order measures, counts of milestones, and SQL
 * metrics shipped or of the workspace. One name space: a name has one meaning for one kind.
 */
public final class Catalogue {

  static final String CLOCK = "clock";
  static final String LAG = "lag";
  static final String HOURS = "hours";
  static final String SUBJECT_TYPE = "subject_type";

  private static final Set<EntityKind> KINDS_WITH_JOINED_ON =
      Set.of(EntityKind.MERCHANT, EntityKind.PROMOTER, EntityKind.LEADER, EntityKind.LICENCE);

  private final DataSets dataSets;
  private final Map<String, SharedMetric> shared;
  private final NavigableMap<String, Map<EntityKind, MetricInfo>> metrics =
      new TreeMap<>(EntityId::compareBytes);

  /**
   * A catalogue of everything shipped and the SQL metrics of a workspace.
   *
   * @param dataSets of that workspace
   * @throws ToolException.Policy where two metrics of one kind have one name
   */
  public Catalogue(DataSets dataSets, Collection<SqlMetric> sqlMetrics) {
    this(dataSets, sqlMetrics, Map.of());
  }

  /**
   * The same, with the names that a workspace has for all programmes.
   *
   * @throws ToolException.Policy also where one of them is a metric already
   */
  Catalogue(DataSets dataSets, Collection<SqlMetric> sqlMetrics, Map<String, SharedMetric> shared) {
    this.dataSets = dataSets;
    this.shared = shared;
    for (OrderMeasure measure : OrderMeasure.values()) {
      for (EntityKind kind : OrderPopulation.KINDS) {
        if (measure != OrderMeasure.DAYS_TO_FIRST_ORDER || KINDS_WITH_JOINED_ON.contains(kind)) {
          add(ofOrders(measure, kind), "");
        }
      }
    }
    for (OrderFigure figure : OrderFigure.values()) {
      figure.kinds().forEach(kind -> add(ofFigure(figure, kind), ""));
    }
    for (Milestone milestone : Milestone.values()) {
      add(ofMilestone(milestone), "");
    }
    for (SqlMetric metric : sqlMetrics) {
      add(ofSql(metric), metric.file());
    }
    shared.values().stream()
        .filter(metric -> metrics.containsKey(metric.name()))
        .findFirst()
        .ifPresent(metric -> {
          throw metric.isTaken("metrics list");
        });
  }

  /** What {@code metrics/*.yaml} names for all programmes, by name. */
  public Map<String, SharedMetric> shared() {
    return shared;
  }

  /**
   * Everything shipped, and the SQL metrics and names in the folder of a workspace.
   *
   * @throws ToolException.Policy at the first file of the folder that is not a metric
   */
  public static Catalogue of(DataSets dataSets, Path folder) {
    List<SqlMetric> metrics = new ArrayList<>(SqlMetrics.shipped());
    metrics.addAll(SqlMetrics.in(folder, dataSets));
    return new Catalogue(dataSets, metrics, SharedMetrics.in(folder));
  }

  /**
   * The same of texts that were such files once.
   *
   * @param files by name from the workspace, {@code metrics/NAME.sql} and {@code metrics/NAME.yaml}
   */
  public static Catalogue of(DataSets dataSets, SortedMap<String, String> files) {
    List<SqlMetric> metrics = new ArrayList<>(SqlMetrics.shipped());
    SortedMap<String, String> shared = new TreeMap<>(EntityId::compareBytes);
    files.forEach((name, text) -> {
      if (name.endsWith(SqlMetrics.ENDING)) {
        metrics.add(SqlMetricReader.read(name, text, dataSets));
      } else {
        shared.put(name, text);
      }
    });
    return new Catalogue(dataSets, metrics, SharedMetrics.of(shared));
  }

  /** The data sets that metrics may be about. */
  public DataSets dataSets() {
    return dataSets;
  }

  private static MetricInfo ofOrders(OrderMeasure measure, EntityKind kind) {
    SortedMap<String, Value> with = new TreeMap<>();
    if (measure != OrderMeasure.FIRST_ORDER_ON && measure != OrderMeasure.DAYS_TO_FIRST_ORDER) {
      with.put(CLOCK, Value.ofText(OrderClock.PAID.word()));
      with.put(LAG, Value.ofText("0 days"));
    }
    if (measure == OrderMeasure.ON_TIME_SHIP_RATE) {
      with.put(HOURS, Value.of(MeasureColumn.DEFAULT_HOURS));
    }
    if (kind.equals(EntityKind.PROVIDER)) {
      with.put(SUBJECT_TYPE, Value.ofText("[merchant, promoter]"));
    }
    return new MetricInfo(
        measure.word(),
        kind,
        Unit.valueOf(measure.unit().name()),
        measure.isQuotient(),
        "orders.paid_at",
        OrderTexts.title(measure),
        OrderTexts.description(measure),
        with,
        new Definition.OfOrders(measure));
  }

  private static MetricInfo ofFigure(OrderFigure figure, EntityKind kind) {
    return new MetricInfo(
        figure.word(),
        kind,
        figure.unit(),
        false,
        "orders.paid_at",
        figure.title(),
        figure.description(),
        new TreeMap<>(),
        new Definition.OfFigure(figure));
  }

  private static MetricInfo ofMilestone(Milestone milestone) {
    return new MetricInfo(
        milestone.word(),
        EntityKind.PROVIDER,
        Unit.COUNT,
        false,
        milestone.clock(),
        milestone.title(),
        milestone.description(),
        milestone.with(),
        new Definition.OfMilestones(milestone));
  }

  private static MetricInfo ofSql(SqlMetric metric) {
    return new MetricInfo(
        metric.name(),
        metric.kind(),
        metric.unit(),
        metric.isQuotient(),
        metric.clock(),
        metric.title(),
        new Title(metric.description(), metric.description()),
        metric.with(),
        new Definition.OfSql(metric));
  }

  /** A figure that a policy names; no catalogue lists it. */
  static MetricInfo ofReported(String name, EntityKind kind, MetricReference.Figure figure) {
    return new MetricInfo(
        name,
        kind,
        figure.unit(),
        figure.unit() == Unit.RATE,
        "figures.day",
        new Title(name, name),
        new Title(
            "Figures of another system, " + figure.take().word() + " in the window.",
            "其他系统计算的指标，取窗口内的 " + figure.take().word() + "。"),
        new TreeMap<>(),
        new Definition.OfReported(figure));
  }

  private void add(MetricInfo metric, String file) {
    MetricInfo other =
        metrics.computeIfAbsent(metric.name(), name -> new TreeMap<>()).put(metric.kind(), metric);
    if (other != null) {
      throw new ToolException.Policy(
          Message.of("metrics.file.taken", file, metric.name(), metric.kind().word()));
    }
  }

  /** The metric of that name for that kind. */
  public Optional<MetricInfo> find(String name, EntityKind kind) {
    return Optional.ofNullable(metrics.getOrDefault(name, Map.of()).get(kind));
  }

  /** The kinds that have a metric of that name; empty where nobody has. */
  public Set<EntityKind> kindsOf(String name) {
    return Set.copyOf(metrics.getOrDefault(name, Map.of()).keySet());
  }

  /** Whether what a policy asks for is reckoned from orders. */
  public boolean readsOrders(MetricReference reference, EntityKind kind) {
    int dot = reference.name().indexOf('.');
    String name = dot < 0 ? reference.name() : reference.name().substring(0, dot);
    EntityKind own = kindThrough(reference, kind);
    return reference.figure() == null
        && find(reference.name(), own)
            .or(() -> find(name, own))
            .filter(metric -> metric.definition().readsOrders())
            .isPresent();
  }

  /** The kind that the named field of ours leads to; ours where there is none. */
  private EntityKind kindThrough(MetricReference reference, EntityKind kind) {
    return reference.through() == null
        ? kind
        : EntityFields.links(dataSets, kind).getOrDefault(reference.through(), kind);
  }

  /** The names of all metrics of a kind, sorted. */
  public List<String> names(EntityKind kind) {
    return of(kind).stream().map(MetricInfo::name).toList();
  }

  /** All metrics of a kind, sorted by name. */
  public List<MetricInfo> of(EntityKind kind) {
    List<MetricInfo> found = new ArrayList<>();
    for (Map<EntityKind, MetricInfo> byKind : metrics.values()) {
      MetricInfo metric = byKind.get(kind);
      if (metric != null) {
        found.add(metric);
      }
    }
    return found;
  }

  /** All metrics, by name, then by kind. */
  public List<MetricInfo> all() {
    List<MetricInfo> found = new ArrayList<>();
    metrics.values().forEach(byKind -> found.addAll(byKind.values()));
    return found;
  }

  /**
   * How the values of a reference print. Parts of SQL metrics and their other columns have no unit
   * of their own.
   */
  Column.Kind columnKind(MetricReference reference, EntityKind kind) {
    MetricReference.Figure figure = reference.figure();
    if (figure != null) {
      // An average of counts is no count.
      boolean isPlain =
          reference.part() == MetricReference.Part.WHOLE
              && (figure.take() != MetricReference.Take.AVERAGE || figure.unit() == Unit.MONEY);
      return isPlain ? columnKind(figure.unit()) : Column.Kind.NUMBER;
    }
    MetricInfo metric = find(reference.name(), kind).orElse(null);
    if (metric == null) {
      return Column.Kind.NUMBER;
    }
    return reference.part() == MetricReference.Part.WHOLE
        ? columnKind(metric.unit())
        : partKind(metric, reference.part());
  }

  private static Column.Kind columnKind(Unit unit) {
    return switch (unit) {
      case RATE, NUMBER -> Column.Kind.NUMBER;
      case MONEY -> Column.Kind.MONEY;
      case COUNT, DAYS -> Column.Kind.COUNT;
      case DAY -> Column.Kind.DAY;
      case FLAG -> Column.Kind.FLAG;
    };
  }

  private static Column.Kind partKind(MetricInfo metric, MetricReference.Part part) {
    if (!(metric.definition() instanceof Definition.OfOrders(OrderMeasure measure))) {
      return Column.Kind.NUMBER;
    }
    return OrderComputation.isMoney(measure, part) ? Column.Kind.MONEY : Column.Kind.COUNT;
  }
}
