package dev.partnerops.evaluating;

import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.programme.Calendar;
import dev.partnerops.programme.Editions;
import dev.partnerops.programme.Programme;
import java.time.LocalDate;
import java.util.List;

/** Which period is judged (RULES 7, 11). */
public final class PeriodChoice {

  private PeriodChoice() {}

  /**
   * The period asked for, which must be one of the programme's calendar unless nothing is stored;
   * without one the last that ended by the as-of day.
   *
   * @param asked empty: none was named
   */
  public static Period choose(
      List<Programme> editions, String asked, LocalDate asOf, boolean dryRun) {
    Calendar calendar = editions.getLast().calendar();
    String id = editions.getLast().id();
    if (asked.isEmpty()) {
      return calendar.lastEnded(asOf).orElseThrow(() -> noneEnded(calendar, id, asOf));
    }
    Period period = meant(editions, asked);
    boolean own = OwnPeriods.has(editions, period);
    if (!own && !dryRun) {
      throw new ToolException.Usage(
          calendar
              .containing(period.last())
              .or(calendar::first)
              .map(other ->
                  Message.of("evaluating.period-foreign", period.label(), id, other.label()))
              .orElseThrow());
    }
    if (asOf.isBefore(period.first())) {
      throw new ToolException.Usage(Message.of("evaluating.period-future", period.label(), asOf));
    }
    return period;
  }

  /**
   * The period that a spelling means for a programme.
   *
   * @throws ToolException.Usage where it is none
   */
  public static Period meant(List<Programme> editions, String asked) {
    Period spelled =
        Period.parse(asked)
            .orElseThrow(
                () -> new ToolException.Usage(Message.of("evaluating.period-unreadable", asked)));
    return Editions.meant(editions, spelled).orElse(spelled);
  }

  private static ToolException noneEnded(Calendar calendar, String id, LocalDate asOf) {
    return new ToolException.Usage(
        Message.of(
            "evaluating.period-none", id, asOf, calendar.first().map(Period::label).orElse("")));
  }
}
