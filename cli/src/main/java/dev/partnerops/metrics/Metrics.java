package dev.partnerops.metrics;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Value;
import dev.partnerops.programme.MetricReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The one door to metrics: references with their windows to values (SPEC section 3). Order measures
 * of one call share a pass over the orders; entities with equal windows share a SELECT.
 */
public final class Metrics {

  /** Days a database can hold; {@code lifetime} begins and ends beyond. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

  private final Resolver resolver;
  private final MetricStore store;

  /** Metrics over an open store. */
  public Metrics(Catalogue catalogue, MetricStore store) {
    this.resolver = new Resolver(catalogue);
    this.store = store;
  }

  /** What is wrong with a reference of a programme over that kind; empty where nothing is. */
  public static Optional<Message> problem(
      Catalogue catalogue, MetricReference reference, EntityKind kind) {
    try {
      new Resolver(catalogue).resolve(reference, kind);
      return Optional.empty();
    } catch (ToolException.Policy fault) {
      return Optional.of(fault.text());
    }
  }

  /**
   * With how many decimals a metric is written whose value over a window grows with its days, as
   * counts and sums do; empty for rates, averages, days, and states on a day.
   */
  public static OptionalInt findDecimalsOfFlow(
      Catalogue catalogue, MetricReference reference, EntityKind kind) {
    Measured measured = new Resolver(catalogue).resolve(reference, kind);
    return measured.isFlow()
        ? switch (catalogue.columnKind(reference, measured.info().kind())) {
          case MONEY, SCORE -> OptionalInt.of(2);
          case NUMBER -> OptionalInt.of(6);
          case COUNT -> OptionalInt.of(0);
          case TEXT, DAY, FLAG -> OptionalInt.empty();
        }
        : OptionalInt.empty();
  }

  /**
   * Computes all requests.
   *
   * @throws ToolException.Policy where a reference names what is not known, or a SELECT of a
   *     workspace fails
   */
  public MetricTable compute(MetricScope scope, List<MetricRequest> requests) {
    store.useZone(scope.zone());
    List<Ask> asks = new ArrayList<>();
    Map<String, List<@Nullable EntityId>> subjects = new HashMap<>();
    IdentityHashMap<List<@Nullable DayRange>, List<@Nullable DayRange>> ranges =
        new IdentityHashMap<>();
    for (MetricRequest request : requests) {
      asks.add(ask(scope, request, subjects, ranges));
    }
    List<Ask> ofOrders = new ArrayList<>();
    List<Ask> ofMilestones = new ArrayList<>();
    List<Ask> ofSql = new ArrayList<>();
    List<Ask> reported = new ArrayList<>();
    for (Ask ask : asks) {
      switch (ask.measured().info().definition()) {
        case Definition.OfOrders orders -> ofOrders.add(ask);
        case Definition.OfFigure figure -> ofOrders.add(ask);
        case Definition.OfMilestones milestones -> ofMilestones.add(ask);
        case Definition.OfSql sql -> ofSql.add(ask);
        case Definition.OfReported figures -> reported.add(ask);
      }
    }
    List<Reached> reached = new OrderComputation(store, scope).compute(ofOrders);
    new MilestoneComputation(store, scope).compute(ofMilestones);
    new SqlComputation(store, scope).compute(ofSql);
    new ReportedComputation(store).compute(reported);
    return new Answers(asks, reached);
  }

  private record Answers(List<Ask> asks, List<Reached> reached) implements MetricTable {
    @Override
    public Value value(int entity, int request) {
      return asks.get(request).value(entity);
    }

    @Override
    public Object cell(int entity, int request) {
      return asks.get(request).cell(entity);
    }
  }

  /** Requests share their subjects and, where they share them, their days. */
  private Ask ask(
      MetricScope scope,
      MetricRequest request,
      Map<String, List<@Nullable EntityId>> subjects,
      IdentityHashMap<List<@Nullable DayRange>, List<@Nullable DayRange>> ranges) {
    Measured measured = resolver.resolve(request.reference(), scope.kind());
    if (request.ranges().size() != scope.entities().size()) {
      throw new IllegalArgumentException("a range for each entity");
    }
    return new Ask(
        measured,
        subjects.computeIfAbsent(
            measured.through() == null ? "" : measured.through(),
            through -> subjects(scope, measured.through())),
        ranges.computeIfAbsent(request.ranges(), none -> cut(request.ranges(), scope.asOf())),
        measured.overNothing());
  }

  private static List<@Nullable EntityId> subjects(MetricScope scope, @Nullable String through) {
    List<@Nullable EntityId> subjects = new ArrayList<>(scope.entities().size());
    for (Entity entity : scope.entities()) {
      subjects.add(subject(entity, through));
    }
    return subjects;
  }

  private static List<@Nullable DayRange> cut(List<@Nullable DayRange> days, LocalDate asOf) {
    List<@Nullable DayRange> ranges = new ArrayList<>(days.size());
    for (int i = 0; i < days.size(); i++) {
      DayRange range = days.get(i);
      ranges.add(
          i > 0 && range != null && range.equals(days.get(i - 1))
              ? ranges.get(i - 1)
              : cut(range, asOf));
    }
    return ranges;
  }

  private static @Nullable EntityId subject(Entity entity, @Nullable String through) {
    if (through == null) {
      return entity.id();
    }
    return entity.field(through).findText().map(EntityId::new).orElse(null);
  }

  /** Nothing exists after the as-of day (RULES 15); a range that begins later is empty. */
  private static @Nullable DayRange cut(@Nullable DayRange range, LocalDate asOf) {
    if (range == null) {
      return null;
    }
    LocalDate first = range.first().isBefore(FIRST_DAY) ? FIRST_DAY : range.first();
    LocalDate last = range.last().isAfter(asOf) ? asOf : range.last();
    return first.equals(range.first()) && last.equals(range.last())
        ? range
        : new DayRange(first, last);
  }
}
