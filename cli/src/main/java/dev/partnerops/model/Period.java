package dev.partnerops.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of days a programme is judged for. {@code label} is its one spelling ({@code 2020-10},
 * {@code 2020-Q4}, {@code 2020-W41}, {@code 2020-10-15}, {@code 2020-H1}, {@code 2020}; else {@code
 * first..last}), so that two spellings never pay twice (RULES 11).
 */
public record Period(Unit unit, LocalDate first, LocalDate last) implements Comparable<Period> {

  /** The calendars a period may belong to; {@code SPAN} is any other run of days. */
  public enum Unit {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    HALF_YEAR,
    YEAR,
    SPAN
  }

  private static final Pattern SHAPE =
      Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|H([12])|W(\\d{2})|(\\d{2})(?:-(\\d{2}))?))?");

  public Period {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("a period ends before it begins");
    }
  }

  /**
   * The period of that calendar which holds the day; {@code SPAN} has no calendar and is refused.
   */
  public static Period containing(Unit unit, LocalDate day) {
    return switch (unit) {
      case DAY -> new Period(unit, day, day);
      case WEEK -> {
        LocalDate monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        yield new Period(unit, monday, monday.plusDays(6));
      }
      case MONTH -> months(unit, day.withDayOfMonth(1), 1);
      case QUARTER ->
          months(unit, LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1), 3);
      case HALF_YEAR ->
          months(unit, LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 6 * 6 + 1, 1), 6);
      case YEAR -> months(unit, LocalDate.of(day.getYear(), 1, 1), 12);
      case SPAN -> throw new IllegalArgumentException("a span has no calendar");
    };
  }

  /** The last period of that calendar that ended by the day. */
  public static Period lastEnded(Unit unit, LocalDate day) {
    Period holding = containing(unit, day);
    return holding.last.isAfter(day) ? holding.plus(-1) : holding;
  }

  private static Period months(Unit unit, LocalDate first, int months) {
    return new Period(unit, first, first.plusMonths(months).minusDays(1));
  }

  /** Any run of days; one that is a month, quarter, … is that (RULES 11). */
  public static Period spanning(LocalDate first, LocalDate last) {
    for (Unit unit :
        new Unit[] {Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR, Unit.YEAR}) {
      Period candidate = containing(unit, first);
      if (candidate.first.equals(first) && candidate.last.equals(last)) {
        return candidate;
      }
    }
    return new Period(Unit.SPAN, first, last);
  }

  /** Reads one of the spellings of SPEC section 5; empty where it is none. */
  public static Optional<Period> parse(String text) {
    try {
      int dots = text.indexOf("..");
      if (dots > 0) {
        LocalDate first = LocalDate.parse(text.substring(0, dots));
        LocalDate last = LocalDate.parse(text.substring(dots + 2));
        return last.isBefore(first) ? Optional.empty() : Optional.of(spanning(first, last));
      }
      Matcher matcher = SHAPE.matcher(text);
      return matcher.matches() ? Optional.of(parse(matcher)) : Optional.empty();
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  private static Period parse(Matcher matcher) {
    int year = Integer.parseInt(matcher.group(1));
    if (matcher.group(2) != null) {
      return containing(
          Unit.QUARTER, LocalDate.of(year, Integer.parseInt(matcher.group(2)) * 3 - 2, 1));
    }
    if (matcher.group(3) != null) {
      return containing(
          Unit.HALF_YEAR, LocalDate.of(year, Integer.parseInt(matcher.group(3)) * 6 - 5, 1));
    }
    if (matcher.group(4) != null) {
      LocalDate inYear = LocalDate.of(year, 7, 1);
      int week = Integer.parseInt(matcher.group(4));
      if (!IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(inYear).isValidValue(week)) {
        throw new DateTimeException("no such week");
      }
      return containing(Unit.WEEK, inYear.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week));
    }
    if (matcher.group(5) == null) {
      return containing(Unit.YEAR, LocalDate.of(year, 1, 1));
    }
    int month = Integer.parseInt(matcher.group(5));
    if (matcher.group(6) == null) {
      return containing(Unit.MONTH, LocalDate.of(year, month, 1));
    }
    return containing(Unit.DAY, LocalDate.of(year, month, Integer.parseInt(matcher.group(6))));
  }

  /**
   * So many periods of the same calendar later (earlier if negative); a span moves by its own
   * length.
   */
  public Period plus(long periods) {
    return switch (unit) {
      case DAY -> containing(unit, first.plusDays(periods));
      case WEEK -> containing(unit, first.plusWeeks(periods));
      case MONTH -> containing(unit, first.plusMonths(periods));
      case QUARTER -> containing(unit, first.plusMonths(3 * periods));
      case HALF_YEAR -> containing(unit, first.plusMonths(6 * periods));
      case YEAR -> containing(unit, first.plusYears(periods));
      case SPAN -> {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        yield new Period(unit, first.plusDays(days * periods), last.plusDays(days * periods));
      }
    };
  }

  public String label() {
    int year = first.getYear();
    return switch (unit) {
      case DAY -> first.toString();
      case WEEK ->
          String.format(
              Locale.ROOT,
              "%04d-W%02d",
              first.get(IsoFields.WEEK_BASED_YEAR),
              first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> first.toString().substring(0, 7);
      case QUARTER -> String.format(Locale.ROOT, "%04d-Q%d", year, (first.getMonthValue() + 2) / 3);
      case HALF_YEAR ->
          String.format(Locale.ROOT, "%04d-H%d", year, first.getMonthValue() == 1 ? 1 : 2);
      case YEAR -> String.format(Locale.ROOT, "%04d", year);
      case SPAN -> first + ".." + last;
    };
  }

  @Override
  public int compareTo(Period other) {
    int byFirst = first.compareTo(other.first);
    return byFirst != 0 ? byFirst : last.compareTo(other.last);
  }

  @Override
  public String toString() {
    return label();
  }
}
