package dev.partnerops.approving;

import dev.partnerops.evaluating.OwnPeriods;
import dev.partnerops.evaluating.Policies;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Periods that programmes of the workspace owe a run for: those that ended since a programme's
 * first run and have none (RULES 11, 17). A programme that never ran, rejected runs aside, owes
 * nothing.
 */
final class OwedPeriods {

  private final Policies policies;
  private final List<Run> runs;

  /**
   * Owed by the programmes of a workspace.
   *
   * @param runs all there are
   */
  OwedPeriods(Policies policies, List<Run> runs) {
    this.policies = policies;
    this.runs = runs;
  }

  record Owed(String programme, Period period) {}

  /** Those that ended in the month, by programme and period. */
  List<Owed> in(Period month) {
    List<Owed> owed = new ArrayList<>();
    List<String> programmes =
        policies.latest().keySet().stream().sorted(EntityId::compareBytes).toList();
    for (String programme : programmes) {
      first(programme)
          .ifPresent(first ->
              OwnPeriods.ended(policies.find(programme), month.first(), month.last()).stream()
                  .filter(period -> period.compareTo(first) >= 0)
                  .filter(period -> !hasRun(programme, period))
                  .forEach(period -> owed.add(new Owed(programme, period))));
    }
    return owed;
  }

  private Optional<Period> first(String programme) {
    return runs.stream()
        .filter(run -> run.programme().equals(programme))
        .filter(run -> run.status() == RunStatus.PROPOSED || run.status() == RunStatus.APPROVED)
        .map(Run::period)
        .min(Period::compareTo);
  }

  private boolean hasRun(String programme, Period period) {
    return runs.stream()
        .anyMatch(run -> run.programme().equals(programme) && run.period().equals(period));
  }
}
