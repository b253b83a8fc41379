package dev.partnerops.deciding;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Metric;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The value of a metric for one entity: measured, a field, a result, or derived from others. */
final class MetricValues {

  private MetricValues() {}

  static Value value(Metric metric, Subject subject) {
    Value stated = subject.candidate().given().metrics().get(metric);
    if (stated != null) {
      return stated;
    }
    return switch (metric) {
      case Metric.Measured measured -> subject.measured(measured.reference());
      case Metric.OfField field -> subject.candidate().field(field.field());
      case Metric.Result result -> result(result, subject);
      case Metric.Derived derived ->
          subject
              .input()
              .reading()
              .derived(derived, name -> part(derived.names().get(name), subject));
    };
  }

  private static Value part(Metric.@Nullable Use part, Subject subject) {
    return part == null ? Value.missing() : value(part.metric(), subject);
  }

  private static Value result(Metric.Result result, Subject subject) {
    String of = result.of();
    if (of == null) {
      return switch (result.kind()) {
        case SCORE -> number(subject.score());
        case RANK -> rank(subject.place());
        case POINTS -> number(subject.points(name(result)));
        case GRANTED -> Value.of(subject.granted(name(result)));
      };
    }
    List<Recorded> recorded = subject.input().history().of(of, subject.candidate().id());
    if (recorded.isEmpty()) {
      // A sum over nothing is 0 (RULES 12).
      return result.kind() == Metric.Result.Kind.GRANTED ? Value.of(Money.ZERO) : Value.missing();
    }
    Recorded last = recorded.getLast();
    return switch (result.kind()) {
      case SCORE -> number(last.score());
      case RANK -> rank(last.rank());
      case POINTS -> number(last.points().get(name(result)));
      case GRANTED -> granted(last.granted(), name(result));
    };
  }

  private static String name(Metric.Result result) {
    String name = result.name();
    return name == null ? "" : name;
  }

  private static Value granted(Map<String, Money> granted, String benefit) {
    Money amount = granted.get(benefit);
    return Value.of(amount == null ? Money.ZERO : amount);
  }

  private static Value number(@Nullable Fraction number) {
    return number == null ? Value.missing() : new Value.Numeric(number);
  }

  private static Value rank(@Nullable Integer rank) {
    return rank == null ? Value.missing() : Value.of((long) rank);
  }
}
