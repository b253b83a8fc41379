package dev.partnerops.deciding;

import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Scorecard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A KPI under construction. */
public final class KpiParts {

  private final String name;
  private final String weight;
  private final List<Scorecard.CurvePoint> curve;
  private List<Scorecard.Step> steps = List.of();
  private List<Condition.Comparison> floor = List.of();
  private Scorecard.@Nullable Missing missing;
  private @Nullable Condition require;

  KpiParts(String name, String weight, List<Scorecard.CurvePoint> curve) {
    this.name = name;
    this.weight = weight;
    this.curve = curve;
  }

  KpiParts steps(Scorecard.Step... ladder) {
    steps = List.of(ladder);
    return this;
  }

  KpiParts floor(Condition.Operator operator, String points) {
    floor = Policies.compare(operator, points);
    return this;
  }

  KpiParts missing(Scorecard.Missing how) {
    missing = how;
    return this;
  }

  KpiParts require(Condition condition) {
    require = condition;
    return this;
  }

  public Scorecard.Kpi build() {
    return new Scorecard.Kpi(
        name,
        Policies.metric(name),
        Policies.of(weight),
        curve,
        steps,
        floor,
        missing,
        require,
        null,
        Policies.at("scorecard.kpis." + name));
  }
}
