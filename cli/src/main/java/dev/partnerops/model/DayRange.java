package dev.partnerops.model;

import java.time.LocalDate;

/**
 * Days from {@code first} to {@code last}, both in; empty where {@code last} is before {@code
 * first}. What a window resolves to for one entity and one evaluation (SPEC section 3, Windows).
 */
public record DayRange(LocalDate first, LocalDate last) {

  public boolean isEmpty() {
    return last.isBefore(first);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** The days that are in both; empty where none is. */
  public DayRange common(DayRange other) {
    return new DayRange(
        first.isAfter(other.first) ? first : other.first,
        last.isBefore(other.last) ? last : other.last);
  }
}
