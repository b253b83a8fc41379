package dev.partnerops.programme;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The metrics of a policy by the names it calls them: those of {@code metrics:}, and those written
 * inline by their own. What a test gives a value, and what {@code --vary} and boundary cases move.
 */
public final class MetricUses {

  private final Map<String, Set<Metric>> metrics = new LinkedHashMap<>();
  private final Map<String, Metric.Use> first = new LinkedHashMap<>();
  private final Map<String, SortedSet<Integer>> lines = new LinkedHashMap<>();

  private MetricUses() {}

  public static MetricUses of(Programme programme) {
    MetricUses uses = new MetricUses();
    new Parts(
            new Parts.Visitor() {

              @Override
              public void metric(Parts.Stage stage, Metric.Use use) {
                uses.add(use);
              }
            })
        .visit(programme);
    return uses;
  }

  private void add(Metric.Use use) {
    if (use.metric() instanceof Metric.Result && MetricName.result(use.label()).isPresent()) {
      // Its own results are stated as such, those of others under others:.
      return;
    }
    add(use.label(), use.metric(), use);
    if (use.metric() instanceof Metric.Measured(MetricReference reference)
        && reference.part() != MetricReference.Part.WHOLE) {
      add(MetricName.base(use.label()), part(reference, MetricReference.Part.WHOLE), use);
    }
  }

  private void add(String name, Metric metric, Metric.Use use) {
    metrics.computeIfAbsent(name, each -> new LinkedHashSet<>()).add(metric);
    first.putIfAbsent(name, use);
    lines.computeIfAbsent(name, each -> new TreeSet<>()).add(use.clause().line());
  }

  /** The names there are, in the order of the file. */
  public Set<String> names() {
    return Collections.unmodifiableSet(metrics.keySet());
  }

  /** What a name stands for: more than one metric where unlike references share it. */
  public Set<Metric> named(String name) {
    return metrics.getOrDefault(name, Set.of());
  }

  /** The first place where it is read; of a name there is. */
  public Metric.Use use(String name) {
    Metric.Use use = first.get(name);
    if (use == null) {
      throw new IllegalArgumentException("no metric " + name);
    }
    return use;
  }

  /** The lines where it is named or read. */
  public SortedSet<Integer> lines(String name) {
    return lines.getOrDefault(name, Collections.emptySortedSet());
  }

  /** The names of a metric, as many as the policy calls it by. */
  public Set<String> namesOf(Metric metric) {
    Set<String> names = new LinkedHashSet<>();
    metrics.forEach((name, named) -> {
      if (named.contains(metric)) {
        names.add(name);
      }
    });
    return names;
  }

  /** The numerator, the denominator or the whole of what a reference asks for. */
  public static Metric part(MetricReference reference, MetricReference.Part part) {
    return new Metric.Measured(reference.withPart(part));
  }
}
