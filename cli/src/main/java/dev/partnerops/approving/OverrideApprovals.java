package dev.partnerops.approving;

import dev.partnerops.command.Session;
import dev.partnerops.ledger.MonthStore;
import dev.partnerops.ledger.OverrideStore;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.ledger.StandingOverride;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.Store;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Approves overrides and takes them back (RULES 51, 2): evaluations made from then on obey; what
 * was evaluated before stays what it was.
 */
final class OverrideApprovals {

  private final Session session;

  OverrideApprovals(Session session) {
    this.session = session;
  }

  /**
   * Approves an override, published when this returns; one that is approved already is left as it
   * is. Always by another person than proposed it, whatever {@code second_person} says.
   *
   * @param by who approves; absent where nobody was named
   */
  void approve(Store store, long number, @Nullable String by) {
    OverrideStore overrides = new OverrideStore(store.sql());
    StandingOverride override = overrides.required(number);
    if (override.status() == RunStatus.APPROVED) {
      session.notice(Message.of("approving.override-approved-before", number));
      return;
    }
    if (override.status() == RunStatus.REJECTED) {
      throw new ToolException.Precondition(Message.of("approving.override-rejected", number));
    }
    if (by == null || by.equals(override.by())) {
      throw new ToolException.Precondition(
          Message.of("approving.override-second", number, override.by()));
    }
    requireOpen(new MonthStore(store.sql()), override.until());
    overrides.event(number, RunStatus.APPROVED, by, session.surroundings().now());
    store.publish();
    session.notice(
        Message.of(
            "approving.override-approved", number, override.entity().id(), override.until()));
    tellOfWaiting(store, override);
  }

  /** Turns a proposed override down, or takes an approved one back, published when this returns. */
  void reject(Store store, long number, @Nullable String by) {
    OverrideStore overrides = new OverrideStore(store.sql());
    StandingOverride override = overrides.required(number);
    if (override.status() == RunStatus.REJECTED) {
      throw new ToolException.Precondition(Message.of("approving.override-not-live", number));
    }
    overrides.event(number, RunStatus.REJECTED, by, session.surroundings().now());
    store.publish();
    if (override.status() == RunStatus.PROPOSED) {
      session.notice(Message.of("approving.override-turned-down", number));
      return;
    }
    session.notice(Message.of("approving.override-taken-back", number, override.entity().id()));
    tellOfWaiting(store, override);
  }

  /** A proposal that waits was made without knowing. */
  private void tellOfWaiting(Store store, StandingOverride override) {
    for (Run run : new RunStore(store.sql()).list(override.programme())) {
      if (run.status() == RunStatus.PROPOSED && run.period().last().isBefore(override.until())) {
        session.notice(
            Message.of(
                "approving.override-waits", run.run(), run.programme(), run.period().label()));
      }
    }
  }

  /**
   * Refuses a day in a closed month: periods end before they are evaluated, so that all it might
   * hold for are closed (RULES 17).
   */
  static void requireOpen(MonthStore months, LocalDate until) {
    Optional<Period> closed = months.findClosed(until);
    if (closed.isPresent()) {
      throw new ToolException.Precondition(
          Message.of("approving.until-closed", until, closed.get().label()));
    }
  }
}
