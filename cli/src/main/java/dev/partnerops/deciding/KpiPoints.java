package dev.partnerops.deciding;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Scorecard;
import java.util.ArrayList;
import java.util.List;

/**
 * Points of the weighted KPIs: percent of the weight from a curve or steps, weights of missing ones
 * shared among the others where the policy says {@code reweight}, floors on the points earned.
 *
 * @param allReweighted there were KPIs and none has a value: not rated
 * @param failures the floors and {@code fail}s that fail the card, as reasons
 */
record KpiPoints(List<Earned> earned, Fraction sum, boolean allReweighted, List<String> failures) {

  private static final Fraction HUNDRED = Fraction.of(100);

  /** A KPI with its weight and value; {@code counts} unless its weight goes to the others. */
  private record Weighed(Scorecard.Kpi kpi, Fraction weight, Value value, boolean counts) {}

  static KpiPoints of(List<Scorecard.Kpi> kpis, Subject subject) {
    List<Weighed> weighed = new ArrayList<>();
    Fraction all = Fraction.ZERO;
    Fraction counting = Fraction.ZERO;
    for (Scorecard.Kpi kpi : kpis) {
      Fraction weight = subject.number(kpi.weight()).orElse(null);
      if (weight != null) {
        Value value = subject.value(kpi.metric());
        boolean counts = !value.isMissing() || kpi.missing() != Scorecard.Missing.REWEIGHT;
        weighed.add(new Weighed(kpi, weight, value, counts));
        all = all.plus(weight);
        counting = counts ? counting.plus(weight) : counting;
      }
    }
    List<Earned> earned = new ArrayList<>(weighed.size());
    List<String> failures = new ArrayList<>(0);
    Fraction sum = Fraction.ZERO;
    for (Weighed one : weighed) {
      Fraction possible =
          one.counts() && counting.signum() != 0
              ? one.weight().times(all).dividedBy(counting)
              : one.counts() ? one.weight() : Fraction.ZERO;
      Fraction points = points(one, possible, subject);
      earned.add(new Earned(one.kpi().name(), one.value(), points, possible));
      subject.noteParts(one.kpi().metric());
      subject.note(
          Steps.of(one.kpi().metric(), one.kpi().clause(), subject, one.value(), points, possible));
      sum = sum.plus(points);
      if (one.counts()) {
        fail(one, points, subject, failures);
      }
    }
    boolean none = !weighed.isEmpty() && weighed.stream().noneMatch(Weighed::counts);
    return new KpiPoints(List.copyOf(earned), sum, none, failures);
  }

  private static Fraction points(Weighed one, Fraction possible, Subject subject) {
    Condition require = one.kpi().require();
    boolean required = require == null || subject.note(subject.judge(require)).holds();
    if (!required || !one.counts()) {
      return Fraction.ZERO;
    }
    Fraction value = one.value().findNumber().orElse(null);
    if (value == null) {
      return one.kpi().missing() == Scorecard.Missing.FULL ? possible : Fraction.ZERO;
    }
    return possible.times(percent(one.kpi(), one.value(), value, subject)).dividedBy(HUNDRED);
  }

  private static Fraction percent(
      Scorecard.Kpi kpi, Value value, Fraction number, Subject subject) {
    if (!kpi.curve().isEmpty()) {
      return Curve.percent(kpi.curve(), number, subject);
    }
    for (Scorecard.Step step : kpi.steps()) {
      List<Finding.Compared> compared =
          Comparisons.judge(value, step.comparisons(), Verdict.UNMET, subject);
      if (Comparisons.together(compared) != Verdict.UNMET) {
        return subject.number(step.percent()).orElse(Fraction.ZERO);
      }
    }
    return Fraction.ZERO;
  }

  private static void fail(Weighed one, Fraction points, Subject subject, List<String> failures) {
    if (one.value().isMissing() && one.kpi().missing() == Scorecard.Missing.FAIL) {
      failures.add(Reasons.line(one.kpi().clause(), "missing"));
    }
    List<Finding.Compared> floors =
        Comparisons.judge(new Value.Numeric(points), one.kpi().floor(), Verdict.UNMET, subject);
    for (int i = 0; i < floors.size(); i++) {
      Finding.Compared floor = floors.get(i);
      Value value = new Value.Numeric(points);
      int decimals = Decimals.enough(value, floor.thresholds(), Decimals.OF_SCORES);
      if (subject.isTraced()) {
        subject.note(
            Steps.of(
                one.kpi().floor().get(i).clause(),
                one.kpi().name(),
                value,
                decimals,
                floor.text(decimals),
                floor.verdict()));
      }
      if (floor.verdict() == Verdict.UNMET) {
        failures.add(
            Reasons.line(
                one.kpi().floor().get(i).clause(),
                Decimals.text(value, decimals) + " " + floor.text(decimals)));
      }
    }
  }
}
