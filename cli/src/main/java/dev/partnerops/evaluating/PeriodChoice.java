package dev.partnerops.evaluating;

import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.programme.Programme;
import java.time.LocalDate;
import java.util.List;

/** Which period is judged (RULES 7, 11). */
final class PeriodChoice {

  private PeriodChoice() {}

  /**
   * The period asked for, which must be one of the programme's calendar unless nothing is stored;
   * without one the last that ended by the as-of day.
   *
   * @param asked empty: none was named
   */
  static Period choose(List<Programme> editions, String asked, LocalDate asOf, boolean dryRun) {
    Period.Unit every = editions.getLast().calendar().every();
    if (asked.isEmpty()) {
      return Period.lastEnded(every, asOf);
    }
    Period period =
        Period.parse(asked)
            .orElseThrow(
                () -> new ToolException.Usage(Message.of("evaluating.period-unreadable", asked)));
    boolean own =
        editions.stream().anyMatch(edition -> edition.calendar().every() == period.unit());
    if (!own && !dryRun) {
      throw new ToolException.Usage(
          Message.of(
              "evaluating.period-foreign",
              period.label(),
              editions.getLast().id(),
              Period.containing(every, period.last()).label()));
    }
    if (asOf.isBefore(period.first())) {
      throw new ToolException.Usage(Message.of("evaluating.period-future", period.label(), asOf));
    }
    return period;
  }
}
