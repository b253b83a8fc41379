package dev.partnerops.programme;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Title;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code scorecard:} of SPEC section 4: weighted KPIs, entries on top, a start and a range that
 * clamps the sum once. {@code rangeFrom} and {@code rangeTo} absent: not clamped.
 *
 * @param tracks in place of {@code kpis}, by name in the order of the file: the track with the
 *     higher total counts, then the first, and its floors decide
 */
public record Scorecard(
    @Nullable Fraction rangeFrom,
    @Nullable Fraction rangeTo,
    Fraction start,
    List<Kpi> kpis,
    Map<String, List<Kpi>> tracks,
    List<Entry> entries,
    Clause clause) {

  public Scorecard {
    kpis = List.copyOf(kpis);
    Map<String, List<Kpi>> copied = new LinkedHashMap<>();
    tracks.forEach((name, track) -> copied.put(name, List.copyOf(track)));
    tracks = Collections.unmodifiableMap(copied);
    entries = List.copyOf(entries);
  }

  /** The KPIs, of whatever track, in the order of the file. */
  public List<Kpi> allKpis() {
    List<Kpi> all = new ArrayList<>(kpis);
    tracks.values().forEach(all::addAll);
    return all;
  }

  /**
   * One KPI: percent of the weight by value, from a curve or steps (exactly one of the two is not
   * empty).
   */
  public record Kpi(
      String name,
      Metric.Use metric,
      Setting weight,
      List<CurvePoint> curve,
      List<Step> steps,
      List<Condition.Comparison> floor,
      @Nullable Missing missing,
      @Nullable Condition require,
      @Nullable Title title,
      Clause clause) {
    public Kpi {
      curve = List.copyOf(curve);
      steps = List.copyOf(steps);
      floor = List.copyOf(floor);
    }
  }

  /** A corner of a curve; {@code percent} of the weight is written 60, not 0.6. */
  public record CurvePoint(Setting value, Setting percent) {}

  /** The first step whose comparisons all hold gives its percent. */
  public record Step(List<Condition.Comparison> comparisons, Setting percent, Clause clause) {
    public Step {
      comparisons = List.copyOf(comparisons);
    }
  }

  /**
   * What a KPI without a value earns: no points, full points, its weight to the others, or the
   * whole card fails.
   */
  public enum Missing {
    ZERO,
    FULL,
    REWEIGHT,
    FAIL
  }

  /**
   * Points on top of the KPIs: {@code points × value}, or for each whole {@code per} of it, or once
   * where {@code when} holds; {@code limit} bounds the result to ±limit.
   */
  public record Entry(
      String name,
      Metric.@Nullable Use metric,
      @Nullable Condition when,
      @Nullable Setting per,
      Setting points,
      @Nullable Setting limit,
      @Nullable Missing missing,
      @Nullable Window remember,
      @Nullable Title title,
      Clause clause) {}
}
