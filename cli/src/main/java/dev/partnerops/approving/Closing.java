package dev.partnerops.approving;

import dev.partnerops.command.Session;
import dev.partnerops.evaluating.EvaluationStore;
import dev.partnerops.ledger.ClosedMonth;
import dev.partnerops.ledger.LedgerStore;
import dev.partnerops.ledger.MonthStore;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.Store;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Closes a calendar month with every period that ended in it, for good (RULES 17): nothing is
 * approved, taken back or booked in it afterwards.
 */
final class Closing {

  private final Session session;
  private final Store store;
  private final RunStore runs;
  private final MonthStore months;
  private final LedgerStore ledger;

  Closing(Session session, Store store) {
    this.session = session;
    this.store = store;
    this.runs = new RunStore(store.sql());
    this.months = new MonthStore(store.sql());
    this.ledger = new LedgerStore(store.sql());
  }

  /**
   * Closes it, published when this returns; one that is closed already is left as it is.
   *
   * @param by who closes; absent where nobody was named
   */
  void close(Period month, @Nullable String by) {
    if (months.findClosed(month.last()).isPresent()) {
      session.notice(Message.of("approving.closed-before", month.label()));
      return;
    }
    requireOver(month);
    List<Run> all = runs.list("");
    requireBeforeClosed(month, all);
    List<Run> ended =
        all.stream()
            .filter(run -> !run.period().last().isBefore(month.first()))
            .filter(run -> !run.period().last().isAfter(month.last()))
            .toList();
    requireDecided(month, ended);
    requireNothingOwed(month, all);
    LedgerStore.Head head = ledger.head();
    int approved =
        Math.toIntExact(ended.stream().filter(run -> run.status() == RunStatus.APPROVED).count());
    ClosedMonth closed =
        new ClosedMonth(month, by, approved, ledger.countIn(month), head.entry(), head.hash());
    months.append(closed, session.surroundings().now());
    store.publish();
    session.notice(Message.of("approving.closed", month.label(), closed.runs(), closed.entries()));
  }

  private void requireOver(Period month) {
    LocalDate asOf = session.asOf(session.zone());
    if (asOf.isBefore(month.last())) {
      throw new ToolException.Precondition(
          Message.of("approving.month-not-over", month.label(), asOf));
    }
  }

  /** Nothing earlier may be open, unless there is nothing earlier. */
  private void requireBeforeClosed(Period month, List<Run> all) {
    Optional<Period> last = months.findLast().map(ClosedMonth::month);
    Optional<Period> open =
        last.isPresent()
            ? last.map(closed -> closed.plus(1))
            : Stream.concat(
                    all.stream().map(run -> run.period().last()), ledger.findFirstDay().stream())
                .min(LocalDate::compareTo)
                .map(day -> Period.containing(Period.Unit.MONTH, day));
    if (open.isPresent() && open.get().compareTo(month) < 0) {
      throw new ToolException.Precondition(
          Message.of("approving.earlier-open", month.label(), open.get().label()));
    }
  }

  private static void requireDecided(Period month, List<Run> ended) {
    List<Run> waiting = ended.stream().filter(run -> run.status() == RunStatus.PROPOSED).toList();
    if (!waiting.isEmpty()) {
      throw new ToolException.Precondition(
          Message.of(
              "approving.runs-wait",
              month.label(),
              waiting.stream()
                  .map(run -> run.run() + " (" + run.programme() + " " + run.period() + ")")
                  .toList(),
              waiting.getFirst().run()));
    }
  }

  private void requireNothingOwed(Period month, List<Run> all) {
    try (EvaluationStore bench = EvaluationStore.open(session, store, store.lastBatch())) {
      List<OwedPeriods.Owed> owed = new OwedPeriods(bench.programmes(), all).in(month);
      if (!owed.isEmpty()) {
        throw new ToolException.Precondition(
            Message.of(
                "approving.periods-owed",
                month.label(),
                owed.stream().map(each -> each.programme() + " " + each.period()).toList(),
                owed.getFirst().programme(),
                owed.getFirst().period().label()));
      }
    }
  }
}
