package dev.partnerops.nightly;

import dev.partnerops.evaluating.OwnPeriods;
import dev.partnerops.model.Period;
import dev.partnerops.programme.Programme;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a night owes a programme (RULES 11). */
final class DuePeriods {

  private DuePeriods() {}

  /**
   * Each of its periods that ended by the as-of day since the last run, in order; only the last one
   * where there is no run.
   *
   * @param lastRun the last period that has a run, whatever became of it; null: none has
   */
  static List<Period> of(List<Programme> editions, LocalDate asOf, @Nullable Period lastRun) {
    return lastRun == null
        ? OwnPeriods.lastEnded(editions, asOf).stream().toList()
        : OwnPeriods.ended(editions, lastRun.last().plusDays(1), asOf).stream()
            .filter(period -> period.first().isAfter(lastRun.last()))
            .toList();
  }
}
