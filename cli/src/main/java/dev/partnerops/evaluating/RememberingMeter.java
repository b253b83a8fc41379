package dev.partnerops.evaluating;

import dev.partnerops.metrics.Entity;
import dev.partnerops.metrics.MetricRequest;
import dev.partnerops.metrics.MetricScope;
import dev.partnerops.metrics.MetricTable;
import dev.partnerops.metrics.Reached;
import dev.partnerops.model.DayRange;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Value;
import dev.partnerops.programme.MetricReference;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures each metric once for the same entities and days: policies that differ in a threshold
 * read the same values. What is not known yet is measured in one go.
 */
final class RememberingMeter implements Meter {

  private final Meter meter;
  private final List<List<EntityId>> populations = new ArrayList<>();
  private final Map<Key, List<Known>> known = new HashMap<>();

  /** What a metric is measured by, besides the days. */
  private record Key(
      int population, EntityKind kind, LocalDate asOf, ZoneId zone, MetricReference reference) {}

  /** A column of a table, and the days it looks at. */
  private record Known(List<@Nullable DayRange> ranges, MetricTable table, int request) {}

  RememberingMeter(Meter meter) {
    this.meter = meter;
  }

  @Override
  public MetricTable compute(MetricScope scope, List<MetricRequest> requests) {
    int population = population(scope.entities().stream().map(Entity::id).toList());
    List<MetricRequest> missing = new ArrayList<>();
    for (MetricRequest request : requests) {
      if (find(key(population, scope, request), request) == null) {
        missing.add(request);
      }
    }
    if (!missing.isEmpty()) {
      MetricTable table = meter.compute(scope, missing);
      for (int i = 0; i < missing.size(); i++) {
        known
            .computeIfAbsent(key(population, scope, missing.get(i)), key -> new ArrayList<>())
            .add(new Known(missing.get(i).ranges(), table, i));
      }
    }
    List<Known> columns = new ArrayList<>(requests.size());
    for (MetricRequest request : requests) {
      Known column = find(key(population, scope, request), request);
      if (column == null) {
        throw new IllegalStateException("measured and not known: " + request.reference());
      }
      columns.add(column);
    }
    return new Columns(columns);
  }

  private int population(List<EntityId> ids) {
    int known = populations.indexOf(ids);
    if (known < 0) {
      populations.add(ids);
      return populations.size() - 1;
    }
    return known;
  }

  private static Key key(int population, MetricScope scope, MetricRequest request) {
    return new Key(population, scope.kind(), scope.asOf(), scope.zone(), request.reference());
  }

  private @Nullable Known find(Key key, MetricRequest request) {
    for (Known each : known.getOrDefault(key, List.of())) {
      if (each.ranges().equals(request.ranges())) {
        return each;
      }
    }
    return null;
  }

  /** Columns of several tables side by side. */
  private record Columns(List<Known> columns) implements MetricTable {

    @Override
    public Value value(int entity, int request) {
      Known column = columns.get(request);
      return column.table().value(entity, column.request());
    }

    @Override
    public Object cell(int entity, int request) {
      Known column = columns.get(request);
      return column.table().cell(entity, column.request());
    }

    @Override
    public List<Reached> reached() {
      return columns.stream()
          .map(Known::table)
          .distinct()
          .flatMap(table -> table.reached().stream())
          .distinct()
          .toList();
    }
  }
}
