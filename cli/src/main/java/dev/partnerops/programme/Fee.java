package dev.partnerops.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code fee:} of SPEC section 4: marginal bands over a cumulative base, statement by statement.
 */
public record Fee(
    Metric.Use base,
    List<Grant.Band> bands,
    @Nullable Condition eligible,
    @Nullable Setting standard,
    Clause clause) {

  public Fee {
    bands = List.copyOf(bands);
  }
}
