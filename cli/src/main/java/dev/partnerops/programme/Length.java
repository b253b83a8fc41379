package dev.partnerops.programme;

import java.time.LocalDate;

/** A length of time: {@code 90 days}, {@code 3 months}, {@code 2 periods}. */
public record Length(int count, Unit unit) {

  /** So long after a day; a month after 31 January is the last of February. No periods. */
  LocalDate after(LocalDate day) {
    return switch (unit) {
      case DAYS -> day.plusDays(count);
      case WEEKS -> day.plusWeeks(count);
      case MONTHS -> day.plusMonths(count);
      case QUARTERS -> day.plusMonths(3L * count);
      case YEARS -> day.plusYears(count);
      case PERIODS -> throw new IllegalStateException("periods have no length without a calendar");
    };
  }

  public enum Unit {
    DAYS,
    WEEKS,
    MONTHS,
    QUARTERS,
    YEARS,
    PERIODS
  }
}
