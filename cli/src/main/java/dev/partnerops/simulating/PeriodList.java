package dev.partnerops.simulating;

import dev.partnerops.evaluating.PeriodChoice;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.programme.Calendar;
import dev.partnerops.programme.Programme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code --periods}: single periods and runs of them ({@code 2020-07..2020-09}), joined by commas.
 * What spells one period of the programme is that period; {@code 2020-10-01..2020-10-31} is a month
 * where it is judged by month, and 31 days where it is judged by day.
 */
final class PeriodList {

  private final Programme newest;
  private final LocalDate asOf;

  /** Of a policy's calendar. */
  PeriodList(Programme newest, LocalDate asOf) {
    this.newest = newest;
    this.asOf = asOf;
  }

  /**
   * The periods, in order, each once.
   *
   * @throws ToolException.Usage where one is unreadable, not of the programme's calendar, or not
   *     begun by the as-of day (RULES 7)
   */
  List<Period> read(String text) {
    Set<Period> periods = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      String asked = part.strip();
      int dots = asked.indexOf("..");
      if (dots < 0 || isOne(asked)) {
        periods.add(one(asked));
      } else {
        addRun(asked, one(asked.substring(0, dots)), one(asked.substring(dots + 2)), periods);
      }
    }
    return List.copyOf(periods);
  }

  private boolean isOne(String asked) {
    return Period.parse(asked).filter(calendar()::has).isPresent();
  }

  private Period one(String asked) {
    Period period = PeriodChoice.meant(List.of(newest), asked.strip());
    if (!newest.calendar().has(period)) {
      throw new ToolException.Usage(
          newest
              .calendar()
              .containing(period.last())
              .or(newest.calendar()::first)
              .map(other ->
                  Message.of(
                      "simulating.period-foreign", period.label(), newest.id(), other.label()))
              .orElseThrow());
    }
    if (asOf.isBefore(period.first())) {
      throw new ToolException.Usage(Message.of("evaluating.period-future", period.label(), asOf));
    }
    return period;
  }

  private void addRun(String asked, Period first, Period last, Set<Period> periods) {
    if (last.compareTo(first) < 0) {
      throw new ToolException.Usage(Message.of("simulating.periods-backwards", asked));
    }
    List<Period> run = new ArrayList<>(List.of(first));
    while (run.getLast().compareTo(last) < 0) {
      run.add(calendar().containing(run.getLast().last().plusDays(1)).orElseThrow());
    }
    periods.addAll(run);
  }

  private Calendar calendar() {
    return newest.calendar();
  }
}
