package dev.partnerops.ledger;

import dev.partnerops.model.Period;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of one programme for one period, as stored (SPEC section 5). Only its status
 * changes.
 *
 * @param run counts up; 0 for one that is not stored (a projection, {@code --dry-run})
 * @param editions those in force, as {@code 1} or {@code 1,2}
 * @param batch the last batch it saw
 * @param before the approved run whose standings it began with; absent where it is the first
 * @param resultDigest of its rows; empty for one that is not stored
 * @param identity digest of policies, period, as-of day, batch, standing before and ledger (RULES
 *     2)
 * @param by who asked for the evaluation, and {@code approvedBy}: absent where nobody was named
 */
public record Run(
    long run,
    String programme,
    String editions,
    Period period,
    LocalDate asOf,
    long batch,
    int entities,
    @Nullable Long before,
    String identity,
    String resultDigest,
    String codeVersion,
    List<String> policyDigests,
    RunStatus status,
    @Nullable String by,
    @Nullable String approvedBy) {

  public Run {
    policyDigests = List.copyOf(policyDigests);
  }
}
