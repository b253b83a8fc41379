package dev.partnerops.evaluating;

import dev.partnerops.metrics.Catalogue;
import dev.partnerops.metrics.MetricRequest;
import dev.partnerops.metrics.MetricScope;
import dev.partnerops.metrics.MetricTable;
import dev.partnerops.metrics.Metrics;
import dev.partnerops.metrics.Reached;
import dev.partnerops.model.DayRange;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Period;
import dev.partnerops.model.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Measures an open period as though it were over: windows are those of its last day, counts and
 * sums go on at their {@link Pace}. Rates, averages, days and states are what they are on the as-of
 * day.
 */
final class PacedMeter implements Meter {

  private final Meter meter;
  private final Catalogue catalogue;
  private final Period period;
  private final LocalDate asOf;

  PacedMeter(Meter meter, Catalogue catalogue, Period period, LocalDate asOf) {
    this.meter = meter;
    this.catalogue = catalogue;
    this.period = period;
    this.asOf = asOf;
  }

  /** Where a request's values stand in what was measured. */
  private record Column(int known, int paced, int decimals, List<@Nullable Pace> paces) {}

  @Override
  public MetricTable compute(MetricScope scope, List<MetricRequest> requests) {
    MetricScope today =
        new MetricScope(scope.kind(), scope.entities(), scope.batch(), asOf, scope.zone());
    List<MetricRequest> asked = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (MetricRequest request : requests) {
      List<@Nullable Pace> paces = paces(request.ranges());
      int known = asked.size();
      asked.add(
          new MetricRequest(request.reference(), map(paces, each -> Optional.of(each.known()))));
      OptionalInt decimals =
          Metrics.findDecimalsOfFlow(catalogue, request.reference(), scope.kind());
      boolean goesOn =
          decimals.isPresent()
              && paces.stream().anyMatch(pace -> pace != null && pace.paced() != null);
      if (goesOn) {
        asked.add(
            new MetricRequest(
                request.reference(), map(paces, each -> Optional.ofNullable(each.paced()))));
      }
      columns.add(new Column(known, goesOn ? known + 1 : -1, decimals.orElse(0), paces));
    }
    return new Projected(meter.compute(today, asked), columns);
  }

  private interface Days {
    Optional<DayRange> of(Pace pace);
  }

  /** Equal days in a row are one object, as they came. */
  private List<@Nullable Pace> paces(List<@Nullable DayRange> ranges) {
    Map<DayRange, Pace> known = new HashMap<>();
    List<@Nullable Pace> paces = new ArrayList<>(ranges.size());
    for (int i = 0; i < ranges.size(); i++) {
      DayRange full = ranges.get(i);
      paces.add(
          full == null ? null : known.computeIfAbsent(full, each -> Pace.of(each, period, asOf)));
    }
    return paces;
  }

  private static List<@Nullable DayRange> map(List<@Nullable Pace> paces, Days days) {
    List<@Nullable DayRange> ranges = new ArrayList<>(paces.size());
    for (int i = 0; i < paces.size(); i++) {
      Pace pace = paces.get(i);
      ranges.add(pace == null ? null : days.of(pace).orElse(null));
    }
    return ranges;
  }

  private record Projected(MetricTable table, List<Column> columns) implements MetricTable {

    @Override
    public Value value(int entity, int request) {
      Column column = columns.get(request);
      Value known = table.value(entity, column.known());
      Pace pace = column.paces().get(entity);
      if (pace == null || pace.paced() == null || column.paced() < 0) {
        return known;
      }
      Optional<Fraction> value = known.findNumber();
      Optional<Fraction> inPeriod = table.value(entity, column.paced()).findNumber();
      return value.isEmpty() || inPeriod.isEmpty()
          ? known
          : new Value.Numeric(pace.projected(value.get(), inPeriod.get(), column.decimals()));
    }

    @Override
    public Object cell(int entity, int request) {
      return value(entity, request);
    }

    @Override
    public List<Reached> reached() {
      return table.reached();
    }
  }
}
