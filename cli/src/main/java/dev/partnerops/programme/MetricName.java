package dev.partnerops.programme;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the name of a metric says by itself: a result of a programme, or a part of a rate. */
final class MetricName {

  private MetricName() {}

  /**
   * {@code score}, {@code rank}, {@code points.KPI}, {@code granted.BENEFIT}, of this programme.
   */
  static Optional<Metric.Result> result(String name) {
    int dot = name.indexOf('.');
    String word = dot < 0 ? name : name.substring(0, dot);
    String rest = dot < 0 ? null : name.substring(dot + 1);
    Metric.Result.@Nullable Kind kind =
        switch (word) {
          case "score" -> rest == null ? Metric.Result.Kind.SCORE : null;
          case "rank" -> rest == null ? Metric.Result.Kind.RANK : null;
          case "points" -> rest == null ? null : Metric.Result.Kind.POINTS;
          case "granted" -> rest == null ? null : Metric.Result.Kind.GRANTED;
          default -> null;
        };
    return kind == null ? Optional.empty() : Optional.of(new Metric.Result(kind, rest, null));
  }

  static MetricReference.Part part(String name) {
    if (name.endsWith(".numerator")) {
      return MetricReference.Part.NUMERATOR;
    }
    return name.endsWith(".denominator")
        ? MetricReference.Part.DENOMINATOR
        : MetricReference.Part.WHOLE;
  }

  static String base(String name) {
    return part(name) == MetricReference.Part.WHOLE
        ? name
        : name.substring(0, name.lastIndexOf('.'));
  }
}
