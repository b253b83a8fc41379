package dev.partnerops.nightly;

import dev.partnerops.model.Period;
import dev.partnerops.programme.Calendar;
import dev.partnerops.programme.Editions;
import dev.partnerops.programme.Programme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a night owes a programme (RULES 11). */
final class DuePeriods {

  private DuePeriods() {}

  /**
   * Each period of the newest edition's calendar that ended by the as-of day since the last run, in
   * order; only the last one where there is no run. Those in which no edition is in force are none.
   *
   * @param lastRun the last period that has a run, whatever became of it; null: none has
   */
  static List<Period> of(List<Programme> editions, LocalDate asOf, @Nullable Period lastRun) {
    Calendar calendar = editions.getLast().calendar();
    List<Period> due = new ArrayList<>();
    Optional<Period> period = calendar.lastEnded(asOf);
    while (period.isPresent() && isSince(period.get(), lastRun)) {
      if (!Editions.inForce(editions, period.get()).all().isEmpty()) {
        due.addFirst(period.get());
      }
      if (lastRun == null) {
        break;
      }
      period = calendar.containing(period.get().first().minusDays(1));
    }
    return due;
  }

  private static boolean isSince(Period period, @Nullable Period lastRun) {
    return lastRun == null || period.first().isAfter(lastRun.last());
  }
}
