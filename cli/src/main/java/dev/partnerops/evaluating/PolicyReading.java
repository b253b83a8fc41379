package dev.partnerops.evaluating;

import dev.partnerops.deciding.Evaluation;
import dev.partnerops.deciding.Reading;
import dev.partnerops.model.DayRange;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Expressions;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.Window;
import dev.partnerops.programme.WindowContext;
import dev.partnerops.programme.Windows;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** Windows and days of a policy at one evaluation. */
public final class PolicyReading implements Reading {

  private final WindowContext context;

  public PolicyReading(Evaluation evaluation) {
    context = new WindowContext(evaluation.period(), evaluation.asOf(), evaluation.evaluationDay());
  }

  @Override
  public Optional<DayRange> days(Window window, Function<String, Value> fields) {
    return Windows.resolve(window, context, fields);
  }

  @Override
  public Optional<LocalDate> day(Window.DayPoint point, Function<String, Value> fields) {
    return Windows.day(point, context, fields);
  }

  @Override
  public Value derived(Metric.Derived metric, Function<String, Value> names) {
    return Expressions.value(metric, names);
  }
}
