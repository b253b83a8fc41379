package dev.partnerops.deciding;

import dev.partnerops.model.Fraction;
import org.jspecify.annotations.Nullable;

/**
 * Results a policy test states ({@code score: 54}, {@code badge: gold}); absent ones are reckoned.
 */
public record Given(@Nullable Fraction score, @Nullable String badge) {

  public static final Given NOTHING = new Given(null, null);
}
