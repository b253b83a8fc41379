package dev.partnerops.evaluating;

import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which run a new one follows, and whether it may (RULES 2). */
public final class RunOrder {

  private RunOrder() {}

  /**
   * The approved run of the period just before, whose standings the new one begins with; empty
   * where this is the first. A period without one that ended in a closed month is passed over: it
   * can never get one (RULES 17). A proposed or missing one is a failed precondition that names the
   * command; so is an approved run of a later period, unless this period has one as well: then only
   * a dry run asks.
   *
   * @param stands whether the programme keeps standings at all: without, any order is fine
   */
  public static Optional<Run> before(
      RunStore runs, String programme, Period period, boolean stands) {
    if (!stands) {
      return Optional.empty();
    }
    List<Run> live =
        runs.list(programme).stream()
            .filter(
                run -> run.status() != RunStatus.REJECTED && run.status() != RunStatus.SUPERSEDED)
            .toList();
    Optional<Run> later =
        live.stream()
            .filter(run -> run.status() == RunStatus.APPROVED)
            .filter(run -> run.period().compareTo(period) > 0)
            .findFirst();
    boolean judged =
        live.stream()
            .filter(run -> run.status() == RunStatus.APPROVED)
            .anyMatch(run -> run.period().equals(period));
    if (later.isPresent() && !judged) {
      throw new ToolException.Precondition(
          Message.of(
              "evaluating.later-approved",
              programme,
              period.label(),
              later.get().period().label(),
              later.get().run()));
    }
    boolean first = live.stream().noneMatch(run -> run.period().compareTo(period) < 0);
    if (first) {
      return Optional.empty();
    }
    Period previous = period.plus(-1);
    List<Run> before = live.stream().filter(run -> run.period().equals(previous)).toList();
    for (Run run : before) {
      if (run.status() == RunStatus.APPROVED) {
        return Optional.of(run);
      }
    }
    LocalDate closedUntil = runs.findClosedUntil().orElse(LocalDate.MIN);
    if (!previous.last().isAfter(closedUntil)) {
      return live.stream()
          .filter(run -> run.status() == RunStatus.APPROVED)
          .filter(run -> run.period().compareTo(previous) < 0)
          .max(Comparator.comparing(Run::period));
    }
    throw new ToolException.Precondition(
        before.isEmpty()
            ? Message.of("evaluating.before-missing", programme, period.label(), previous.label())
            : Message.of(
                "evaluating.before-proposed",
                programme,
                period.label(),
                previous.label(),
                before.getLast().run()));
  }
}
