package dev.partnerops.deciding;

import dev.partnerops.model.Fraction;
import dev.partnerops.programme.Scorecard;
import java.util.List;
import java.util.Optional;

/** Linear between corners, flat outside; where two corners share a value the later one counts. */
final class Curve {

  private record Corner(Fraction value, Fraction percent) {}

  private Curve() {}

  static Fraction percent(List<Scorecard.CurvePoint> curve, Fraction value, Subject subject) {
    Corner last = null;
    for (Scorecard.CurvePoint point : curve) {
      Optional<Fraction> at = subject.number(point.value());
      Optional<Fraction> percent = subject.number(point.percent());
      if (at.isEmpty() || percent.isEmpty()) {
        continue;
      }
      Corner corner = new Corner(at.get(), percent.get());
      if (value.compareTo(corner.value()) < 0) {
        return last == null ? corner.percent() : between(last, corner, value);
      }
      last = corner;
    }
    return last == null ? Fraction.ZERO : last.percent();
  }

  private static Fraction between(Corner low, Corner high, Fraction value) {
    Fraction share = value.minus(low.value()).dividedBy(high.value().minus(low.value()));
    return low.percent().plus(high.percent().minus(low.percent()).times(share));
  }
}
