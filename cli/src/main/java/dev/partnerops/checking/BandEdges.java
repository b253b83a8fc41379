package dev.partnerops.checking;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Message;
import dev.partnerops.model.Money;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Metric;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Edges of bands: F goes on where one ends and the next begins. */
final class BandEdges {

  private static final Fraction FEN = Fraction.of(1, 100);

  private final Edges edges;

  BandEdges(Edges edges) {
    this.edges = edges;
  }

  /** What bands come to for an outcome; absent where nothing is due. */
  interface Reckoned {
    @Nullable Money of(Laboratory.Outcome outcome);
  }

  void add(List<Grant.Band> bands, Metric.Use of, Reckoned reckoned) {
    for (Grant.Band band : bands) {
      Edges.variants(Collections.singletonList(band.upTo()), edges.entity(band.clause()))
          .forEach((variant, entity) ->
              edges.attempt(
                  () -> add(band, greatestRate(bands, of, entity), of, variant, entity, reckoned)));
    }
  }

  private void add(
      Grant.Band band,
      Fraction greatest,
      Metric.Use of,
      String variant,
      Trial entity,
      Reckoned reckoned) {
    Fraction end = edges.laboratory().judge(entity).number(band.upTo()).orElse(null);
    if (end == null) {
      return;
    }
    Fraction step = Edge.step(of.decimals(), end);
    Money before = null;
    for (Edge.Tried tried : Edge.around(end, step, Edge.isNeverNegative(of))) {
      Value value = new Value.Numeric(tried.value());
      Laboratory.Outcome outcome = edges.laboratory().judge(entity.metric(of.metric(), value));
      Money amount = reckoned.of(outcome);
      boolean jumps =
          before != null && amount != null && isJump(before, amount, step.times(greatest));
      before = amount;
      edges.add(
          new Edge(
              band.clause(),
              variant,
              of.label(),
              tried.position(),
              value,
              of.decimals(),
              amount == null ? "" : amount.toString(),
              outcome.text(),
              jumps ? Message.of("checking.edge.jump") : null));
    }
  }

  /** No rate of money is above 100%; of what is no money it is yuan each. */
  private Fraction greatestRate(List<Grant.Band> bands, Metric.Use of, Trial entity) {
    if (of.decimals() == Edge.MONEY) {
      return Fraction.ONE;
    }
    Fraction greatest = Fraction.ONE;
    for (Grant.Band each : bands) {
      greatest =
          edges.laboratory().judge(entity).number(each.rate()).orElse(greatest).max(greatest);
    }
    return greatest;
  }

  /** By more than the whole step at the greatest rate, a rounding apart. */
  private static boolean isJump(Money before, Money after, Fraction step) {
    Fraction most = step.plus(FEN);
    Fraction difference = after.minus(before).yuan();
    return difference.compareTo(most) > 0 || difference.negate().compareTo(most) > 0;
  }
}
