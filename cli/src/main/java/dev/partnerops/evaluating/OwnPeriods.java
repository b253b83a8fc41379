package dev.partnerops.evaluating;

import dev.partnerops.model.Period;
import dev.partnerops.programme.Editions;
import dev.partnerops.programme.Programme;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The periods a programme is judged for: those of each edition's calendar in which that edition is
 * in force (RULES 11, 19). Another edition's calendar makes no period of those days: two spellings
 * must not pay twice.
 */
public final class OwnPeriods {

  private OwnPeriods() {}

  /** Whether some edition that is in force in the period has it in its calendar. */
  public static boolean has(List<Programme> editions, Period period) {
    return editions.stream().anyMatch(edition -> edition.calendar().has(period))
        && Editions.inForce(editions, period).all().stream()
            .anyMatch(edition -> edition.calendar().has(period));
  }

  /** Those that ended from one day to another, both in, in order. */
  public static List<Period> ended(List<Programme> editions, LocalDate from, LocalDate to) {
    TreeSet<Period> ended = new TreeSet<>();
    for (Programme edition : editions) {
      Optional<Period> period = edition.calendar().lastEnded(to);
      while (period.isPresent() && !period.get().last().isBefore(from)) {
        if (Editions.inForce(editions, period.get()).all().contains(edition)) {
          ended.add(period.get());
        }
        period = edition.calendar().lastEnded(period.get().last().minusDays(1));
      }
    }
    return List.copyOf(ended);
  }

  /** The last that ended by the day; empty where none did. */
  public static Optional<Period> lastEnded(List<Programme> editions, LocalDate day) {
    return editions.stream()
        .flatMap(edition ->
            edition
                .calendar()
                .lastEnded(day)
                .filter(period -> Editions.inForce(editions, period).all().contains(edition))
                .stream())
        .max(Period::compareTo);
  }
}
