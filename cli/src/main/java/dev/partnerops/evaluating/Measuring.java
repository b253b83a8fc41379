package dev.partnerops.evaluating;

import dev.partnerops.metrics.Entity;
import dev.partnerops.metrics.MetricRequest;
import dev.partnerops.metrics.MetricScope;
import dev.partnerops.metrics.MetricTable;
import dev.partnerops.metrics.Reached;
import dev.partnerops.model.DayRange;
import dev.partnerops.model.Value;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.References;
import dev.partnerops.programme.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Measures what a cast reads, in as many goes as its windows need: what chooses a window is
 * measured before what looks through it (SPEC section 3, Windows). Without such windows it is one
 * go.
 */
final class Measuring {

  private final Cast cast;
  private final MetricScope scope;
  private final List<MetricTable> goes = new ArrayList<>();
  private final @Nullable MetricTable[] tableOf;
  private final int[] requestOf;

  private Measuring(Cast cast, long batch) {
    this.cast = cast;
    this.scope =
        new MetricScope(
            cast.edition().entity(),
            cast.candidates().stream()
                .map(candidate -> new Entity(candidate.id(), candidate.name(), candidate.fields()))
                .toList(),
            batch,
            cast.evaluation().asOf(),
            cast.edition().zone());
    this.tableOf = new @Nullable MetricTable[cast.references().size()];
    this.requestOf = new int[cast.references().size()];
  }

  static Measuring of(Cast cast, Meter meter, long batch) {
    Measuring measuring = new Measuring(cast, batch);
    List<MetricReference> references = cast.references();
    Map<MetricReference, Set<MetricReference>> before = new HashMap<>();
    Set<MetricReference> waiting = new LinkedHashSet<>(references);
    for (MetricReference reference : references) {
      before.put(reference, References.metricsBefore(reference, cast.edition()));
    }
    while (!waiting.isEmpty() || measuring.goes.isEmpty()) {
      List<Integer> next = new ArrayList<>();
      for (int i = 0; i < references.size(); i++) {
        if (waiting.contains(references.get(i))
            && before.getOrDefault(references.get(i), Set.of()).stream()
                .noneMatch(waiting::contains)) {
          next.add(i);
        }
      }
      if (next.isEmpty() && !waiting.isEmpty()) {
        throw new IllegalStateException("a window is chosen by itself: " + waiting);
      }
      measuring.measure(next, meter);
      next.forEach(place -> waiting.remove(references.get(place)));
    }
    return measuring;
  }

  /** References that look through one window share its days. */
  private void measure(List<Integer> next, Meter meter) {
    MeasuredValues known =
        new MeasuredValues(cast, this::value, new PolicyReading(cast.evaluation()));
    Map<Window, List<@Nullable DayRange>> ranges = new HashMap<>();
    List<MetricRequest> requests = new ArrayList<>();
    for (int place : next) {
      MetricReference reference = cast.references().get(place);
      requestOf[place] = requests.size();
      requests.add(
          new MetricRequest(reference, ranges.computeIfAbsent(reference.window(), known::ranges)));
    }
    MetricTable table = meter.compute(scope, requests);
    goes.add(table);
    next.forEach(place -> tableOf[place] = table);
  }

  /** The value of a candidate, by its place, and a reference, by its place. */
  Value value(int candidate, int reference) {
    MetricTable table = tableOf[reference];
    if (table == null) {
      throw new IllegalStateException("not measured yet: " + cast.references().get(reference));
    }
    return table.value(candidate, requestOf[reference]);
  }

  /** For providers: the orders that reached none or several of them, one entry a role. */
  List<Reached> reached() {
    Map<String, Reached> byRole = new LinkedHashMap<>();
    goes.forEach(table -> table.reached().forEach(each -> byRole.putIfAbsent(each.role(), each)));
    return List.copyOf(byRole.values());
  }
}
