package dev.partnerops.programme;

import dev.partnerops.model.Title;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ranking:} of SPEC section 4; ties by RULES 16. The entity id is always the last key. */
public record Ranking(
    Key by,
    List<Key> then,
    @Nullable Condition eligible,
    @Nullable String partitionBy,
    List<Quota> quotas,
    Ties ties,
    Clause clause) {

  public Ranking {
    then = List.copyOf(then);
    quotas = List.copyOf(quotas);
  }

  public record Key(Metric.Use metric, boolean lowestFirst) {}

  /**
   * {@code top: 10}, {@code next: 50} or {@code top: 3%}; the share is of the eligible (or all),
   * rounded down (or up), with {@code atLeast} as its floor.
   */
  public record Quota(
      String badge,
      boolean next,
      Setting places,
      boolean share,
      boolean ofAll,
      boolean roundUp,
      @Nullable Setting atLeast,
      @Nullable Condition require,
      @Nullable Title title,
      Clause clause) {}

  public enum Ties {
    STRICT,
    INCLUSIVE,
    EXCLUSIVE
  }
}
