package dev.partnerops.approving;

import dev.partnerops.command.Session;
import dev.partnerops.evaluating.Booking;
import dev.partnerops.evaluating.EvaluationStore;
import dev.partnerops.ledger.Entry;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunPart;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.paying.Payments;
import dev.partnerops.store.Store;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Approves proposed runs: from then on they count, and all they pay is booked (RULES 2, 3). */
public final class Approvals {

  private final Session session;

  public Approvals(Session session) {
    this.session = session;
  }

  /**
   * Approves a run and books what it pays, published when this returns; one that is approved
   * already is left as it is.
   *
   * @param by who approves; absent where nobody was named
   */
  public void approve(Store store, long number, @Nullable String by) {
    approve(store, number, by, booked -> {});
  }

  /**
   * The same, with something of the caller's in one transaction.
   *
   * @param alongside what else is written in the transaction that approves, given how many entries
   *     it books
   */
  public void approve(Store store, long number, @Nullable String by, IntConsumer alongside) {
    RunStore runs = new RunStore(store.sql());
    Run run = runs.required(number);
    if (run.status() == RunStatus.APPROVED) {
      session.notice(Message.of("approving.approved-before", number));
      return;
    }
    Months.requireOpen(store, run);
    require(run, by);
    requireOrder(runs, run);
    try (EvaluationStore bench = EvaluationStore.ofRun(session, store, run)) {
      EntityKind kind = bench.programmes().asStored(run, runs).getLast().entity();
      Payments today =
          bench
              .evaluator()
              .reckonAgain(run, runs.rows(number, EnumSet.of(RunPart.REFERENCE, RunPart.VALUE)));
      Iterable<Entry> entries = Booking.entries(run, kind, today.grants(), today.fees());
      Booking.requireUnchanged(
          run, Booking.entries(run, kind, runs.grants(number), runs.fees(number)), entries);
      OffsetDateTime now = session.surroundings().now();
      int booked = bench.ledger().append(entries, now);
      runs.event(number, RunStatus.APPROVED, by, now, booked);
      alongside.accept(booked);
      store.publish();
      session.notice(Message.of("approving.approved", number, booked));
    }
  }

  private void require(Run run, @Nullable String by) {
    if (run.status() != RunStatus.PROPOSED) {
      throw new ToolException.Precondition(
          Message.of("approving.not-proposed", run.run(), run.status().word()));
    }
    if (session.workspace().configuration().secondPerson()) {
      requireSecond(run, by);
    }
  }

  private static void requireSecond(Run run, @Nullable String by) {
    if (run.by() == null) {
      throw new ToolException.Precondition(
          Message.of("approving.nobody-made", run.run(), run.programme(), run.period().label()));
    }
    if (by == null || by.strip().equals(run.by().strip())) {
      throw new ToolException.Precondition(
          Message.of("approving.second-person", run.run(), run.by()));
    }
  }

  /**
   * Of a period at most one run is approved, and none before an approved one of a programme with
   * standings.
   */
  private static void requireOrder(RunStore runs, Run run) {
    if (runs.findApproved(run.programme(), run.period()).isPresent()) {
      throw new ToolException.Precondition(
          Message.of(
              "approving.period-approved", run.run(), run.programme(), run.period().label()));
    }
    if (run.before() != null) {
      Run before = runs.required(run.before());
      if (before.status() != RunStatus.APPROVED) {
        throw new ToolException.Precondition(
            Message.of(
                "approving.before-gone",
                run.run(),
                before.run(),
                before.status().word(),
                run.programme(),
                run.period().label()));
      }
    }
  }
}
