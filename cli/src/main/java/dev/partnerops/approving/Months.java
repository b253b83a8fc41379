package dev.partnerops.approving;

import dev.partnerops.ledger.MonthStore;
import dev.partnerops.ledger.Run;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.Store;
import java.util.Optional;

/** Whether a month is still open for what a run would do to it (RULES 17). */
final class Months {

  private Months() {}

  /** A run of a period that ended in a closed month is neither approved nor taken back. */
  static void requireOpen(Store store, Run run) {
    Optional<Period> closed = new MonthStore(store.sql()).findClosed(run.period().last());
    if (closed.isPresent()) {
      throw new ToolException.Precondition(
          Message.of(
              "approving.month-closed",
              run.run(),
              run.programme(),
              run.period().label(),
              closed.get().label()));
    }
  }
}
