package dev.partnerops.deciding;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Metric;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Results a policy test states ({@code score: 54}, {@code badge: gold}, {@code tier: star}, {@code
 * metrics: {growth: 5%}}); absent ones are reckoned.
 */
public record Given(
    @Nullable Fraction score,
    @Nullable String badge,
    @Nullable String tier,
    Map<Metric, Value> metrics) {

  public static final Given NOTHING = new Given(null, null);

  public Given {
    metrics = Map.copyOf(metrics);
  }

  /** Results, with all metrics as they are measured. */
  public Given(@Nullable Fraction score, @Nullable String badge) {
    this(score, badge, null, Map.of());
  }
}
