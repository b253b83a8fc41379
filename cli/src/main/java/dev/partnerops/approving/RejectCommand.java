package dev.partnerops.approving;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.PersonName;
import dev.partnerops.command.Session;
import dev.partnerops.evaluating.Booking;
import dev.partnerops.ledger.Entry;
import dev.partnerops.ledger.LedgerStore;
import dev.partnerops.ledger.Payout;
import dev.partnerops.ledger.PayoutStore;
import dev.partnerops.ledger.Payouts;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.Store;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code reject RUN}: a proposal that does not count, or an approved run taken back by reversing
 * entries (RULES 2). {@code reject --override N}: the same of an override, from the next evaluation
 * on.
 */
@Command(name = "reject")
public final class RejectCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(arity = "0..1", paramLabel = "RUN", descriptionKey = "run")
  private @Nullable Long number;

  @Option(names = "--override", paramLabel = "OVERRIDE", descriptionKey = "override")
  private @Nullable Long override;

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private @Nullable String by;

  public RejectCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    String person = PersonName.of(by);
    if ((number == null) == (override == null)) {
      throw new ToolException.Usage(Message.of("approving.reject-what"));
    }
    try (Store store = session.openToWrite("reject")) {
      if (override != null) {
        new OverrideApprovals(session).reject(store, override, person);
      }
      if (number != null) {
        reject(store, number, person);
      }
    }
    return ExitCode.DONE;
  }

  private void reject(Store store, long run, @Nullable String person) {
    RunStore runs = new RunStore(store.sql());
    Run live = runs.required(run);
    Months.requireOpen(store, live);
    if (live.status() != RunStatus.PROPOSED && live.status() != RunStatus.APPROVED) {
      throw new ToolException.Precondition(
          Message.of("approving.not-live", run, live.status().word()));
    }
    OffsetDateTime now = session.surroundings().now();
    int reversed = 0;
    if (live.status() == RunStatus.APPROVED) {
      requireLast(runs, live);
      LedgerStore ledger = new LedgerStore(store.sql());
      requireUnpaid(ledger, new PayoutStore(store.sql()).read(), live);
      reversed = ledger.append(Booking.reversals(live, ledger.ofRun(run)), now);
    }
    runs.event(run, RunStatus.REJECTED, person, now, reversed);
    store.publish();
    session.notice(Message.of("approving.rejected", run, reversed));
  }

  /** What was handed to who pays cannot be taken back by booking alone. */
  private static void requireUnpaid(LedgerStore ledger, Payouts payouts, Run run) {
    for (Entry entry : ledger.ofRun(run.run())) {
      Optional<Payout> paid = payouts.find(entry.programme(), Payout.kindOf(entry), entry.entry());
      if (paid.isPresent()) {
        throw new ToolException.Precondition(
            Message.of("approving.paid-out", run.run(), entry.entry(), paid.get().payout()));
      }
    }
  }

  private static void requireLast(RunStore runs, Run run) {
    Optional<Run> later =
        runs.approvedUntil(run.programme(), LocalDate.MAX.withYear(9999)).stream()
            .filter(other -> other.period().compareTo(run.period()) > 0)
            .findFirst();
    if (later.isPresent()) {
      throw new ToolException.Precondition(
          Message.of(
              "approving.later-stands",
              run.run(),
              later.get().run(),
              later.get().period().label()));
    }
  }
}
