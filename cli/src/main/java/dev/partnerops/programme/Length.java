package dev.partnerops.programme;

/** A length of time: {@code 90 days}, {@code 3 months}, {@code 2 periods}. */
public record Length(int count, Unit unit) {

  public enum Unit {
    DAYS,
    WEEKS,
    MONTHS,
    QUARTERS,
    YEARS,
    PERIODS
  }
}
