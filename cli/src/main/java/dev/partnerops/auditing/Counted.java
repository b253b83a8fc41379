package dev.partnerops.auditing;

import dev.partnerops.evaluating.OrderOwners;
import dev.partnerops.metrics.Catalogue;
import dev.partnerops.metrics.MetricInfo;
import dev.partnerops.model.Value;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.References;
import dev.partnerops.programme.Window;
import dev.partnerops.programme.Windows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Measures of an edition that count the same orders: one window, filter and way to a provider.
 *
 * @param metrics their names, sorted
 * @param window that they look through
 * @param only and {@code except}: the filter; see {@link MetricReference}
 * @param subjects whether affiliations follow an order's merchant, its promoter or both
 */
record Counted(
    Programme edition,
    Set<String> metrics,
    Window window,
    SortedMap<String, List<String>> only,
    SortedMap<String, List<String>> except,
    Set<String> subjects) {

  private static final String SUBJECT_TYPE = "subject_type";

  private record Way(
      Window window,
      SortedMap<String, List<String>> only,
      SortedMap<String, List<String>> except,
      Set<String> subjects) {}

  /**
   * All groups of an edition, in the order of the file. Those that count by another day than the
   * one paid, of another entity or through a window that a condition chooses are not among them.
   */
  static List<Counted> of(Programme edition, Catalogue catalogue) {
    Map<Way, Set<String>> groups = new LinkedHashMap<>();
    for (MetricReference reference : References.metricsOf(edition)) {
      boolean counts =
          reference.figure() == null
              && catalogue
                  .find(reference.name(), edition.entity())
                  .filter(MetricInfo::isOrderMeasure)
                  .filter(info -> info.with().containsKey("clock"))
                  .isPresent();
      if (counts && isPlain(reference)) {
        groups
            .computeIfAbsent(
                new Way(
                    reference.window(), reference.only(), reference.except(), subjects(reference)),
                way -> new TreeSet<>())
            .add(reference.name());
      }
    }
    List<Counted> counted = new ArrayList<>();
    groups.forEach((way, metrics) ->
        counted.add(
            new Counted(edition, metrics, way.window(), way.only(), way.except(), way.subjects())));
    return counted;
  }

  private static boolean isPlain(MetricReference reference) {
    List<Value> clock = reference.with().getOrDefault("clock", List.of());
    boolean byPaid = clock.isEmpty() || clock.equals(List.of(Value.ofText("paid")));
    return byPaid
        && !reference.with().containsKey("lag")
        && reference.through() == null
        && !Windows.hasChoice(reference.window());
  }

  private static Set<String> subjects(MetricReference reference) {
    Set<String> subjects = new TreeSet<>();
    reference
        .with()
        .getOrDefault(SUBJECT_TYPE, List.of())
        .forEach(value -> value.findText().ifPresent(subjects::add));
    return subjects.isEmpty() ? OrderOwners.BOTH_SUBJECTS : subjects;
  }

  /** The metrics, and the subject where not both lead to a provider. */
  String label() {
    String names = String.join(" ", metrics);
    return subjects.size() == 1
        ? names + " " + SUBJECT_TYPE + "=" + String.join(",", subjects)
        : names;
  }

  /** {@code orders} or {@code gmv} of the same orders, for days that are given with it. */
  MetricReference measure(String name) {
    SortedMap<String, List<Value>> with = new TreeMap<>();
    if (subjects.size() == 1) {
      with.put(SUBJECT_TYPE, subjects.stream().map(Value::ofText).toList());
    }
    return new MetricReference(
        name, MetricReference.Part.WHOLE, new Window.Lifetime(), only, except, with, null);
  }

  /** Why the filter takes an order out, as {@code except channel=other}; empty: it does not. */
  String filteredBy(PaidOrder order, Goods goods) {
    for (Map.Entry<String, List<String>> each : only.entrySet()) {
      if (!each.getValue().contains(String.valueOf(goods.dimension(each.getKey(), order)))) {
        return "only " + each.getKey() + "=" + String.join(",", each.getValue());
      }
    }
    for (Map.Entry<String, List<String>> each : except.entrySet()) {
      if (each.getValue().contains(String.valueOf(goods.dimension(each.getKey(), order)))) {
        return "except " + each.getKey() + "=" + String.join(",", each.getValue());
      }
    }
    return "";
  }
}
