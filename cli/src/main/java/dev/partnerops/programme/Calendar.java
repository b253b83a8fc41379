package dev.partnerops.programme;

import dev.partnerops.model.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * {@code evaluate:}: the periods a programme is judged for and the day it is judged on (SPEC
 * section 4; RULES 11, 50).
 *
 * @param onDay the evaluation day is the {@code onDay}-th day after the period
 */
public record Calendar(Every every, int onDay) {

  /** Which days make a period. */
  public sealed interface Every {

    /** Days, weeks from Monday on, months, quarters, half years or years. */
    record Each(Period.Unit unit) implements Every {}

    /** {@code every: 30 days, starting: 2022-08-26}: running on from that day. */
    record Days(int count, LocalDate starting) implements Every {}

    /** {@code every: once}: from {@code effective.from} to {@code effective.to}. */
    record Once(LocalDate first, LocalDate last) implements Every {}
  }

  public LocalDate evaluationDay(Period period) {
    return period.last().plusDays(onDay);
  }

  /** The period that holds the day; empty before the first and, for {@code once}, after it. */
  public Optional<Period> containing(LocalDate day) {
    return switch (every) {
      case Every.Each(Period.Unit unit) -> Optional.of(Period.containing(unit, day));
      case Every.Days(int count, LocalDate starting) -> {
        long since = ChronoUnit.DAYS.between(starting, day);
        LocalDate first = day.minusDays(Math.floorMod(since, (long) count));
        yield since < 0
            ? Optional.empty()
            : Optional.of(Period.spanning(first, first.plusDays(count - 1L)));
      }
      case Every.Once(LocalDate first, LocalDate last) ->
          day.isBefore(first) || day.isAfter(last)
              ? Optional.empty()
              : Optional.of(Period.spanning(first, last));
    };
  }

  /** The last period that ended by the day; empty where none did. */
  public Optional<Period> lastEnded(LocalDate day) {
    return switch (every) {
      case Every.Each(Period.Unit unit) -> Optional.of(Period.lastEnded(unit, day));
      case Every.Days(int count, LocalDate starting) ->
          containing(day.plusDays(1)).flatMap(next -> containing(next.first().minusDays(1)));
      case Every.Once(LocalDate first, LocalDate last) ->
          day.isBefore(last) ? Optional.empty() : containing(last);
    };
  }

  /** The first period there is; empty for calendars that have always run. */
  public Optional<Period> first() {
    return switch (every) {
      case Every.Each each -> Optional.empty();
      case Every.Days(int count, LocalDate starting) -> containing(starting);
      case Every.Once(LocalDate first, LocalDate last) -> containing(first);
    };
  }

  /** Whether it is one of its periods. */
  public boolean has(Period period) {
    return containing(period.first()).filter(period::equals).isPresent();
  }

  /**
   * The period meant by a spelling: of periods of some days, their first day says which (RULES 50).
   */
  public Period meant(Period spelled) {
    boolean isFirstDay = spelled.unit() == Period.Unit.DAY && every instanceof Every.Days;
    return isFirstDay
        ? containing(spelled.first())
            .filter(period -> period.first().equals(spelled.first()))
            .orElse(spelled)
        : spelled;
  }
}
