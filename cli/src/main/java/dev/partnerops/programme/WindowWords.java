package dev.partnerops.programme;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Windows, days and lengths as words: {@code last 3 months to date}, {@code joined_on + 30 days}.
 */
final class WindowWords {

  private static final String UNIT = "(day|week|month|quarter|year|period)s?";
  private static final String FIELD = "([\\p{L}_][\\p{L}\\p{N}_]*)";
  private static final Pattern LENGTH = Pattern.compile("(\\d{1,5}) " + UNIT);
  private static final Pattern LAST = Pattern.compile("last (\\d{1,5} [a-z]+?)( to date)?");
  private static final Pattern TO_DATE = Pattern.compile("(week|month|quarter|year) to date");
  private static final Pattern SINCE = Pattern.compile("since " + FIELD);
  private static final Pattern FIRST = Pattern.compile("first (\\d{1,5} [a-z]+) from " + FIELD);
  private static final Pattern DAY =
      Pattern.compile(
          "(?:(\\d{4}-\\d{2}-\\d{2})|(period start|period end|evaluation day)|"
              + FIELD
              + ")(?: ([+-]) (\\d{1,5} [a-z]+))?");

  private WindowWords() {}

  /** One of the windows that words can say; empty for everything else, as the name of a window. */
  static Optional<Window> window(String words) {
    return switch (words) {
      case "period" -> Optional.of(new Window.OfPeriod(0));
      case "previous period" -> Optional.of(new Window.OfPeriod(1));
      case "lifetime" -> Optional.of(new Window.Lifetime());
      default -> last(words).or(() -> toDate(words)).or(() -> since(words)).or(() -> first(words));
    };
  }

  private static Optional<Window> last(String words) {
    Matcher matcher = LAST.matcher(words);
    Optional<Length> length = matcher.matches() ? length(matcher.group(1)) : Optional.empty();
    if (length.isEmpty()) {
      return Optional.empty();
    }
    boolean toDate = matcher.group(2) != null;
    return switch (length.orElseThrow().unit()) {
      case DAYS ->
          toDate
              ? Optional.empty()
              : Optional.of(new Window.LastDays(length.orElseThrow().count()));
      case PERIODS -> Optional.empty();
      case WEEKS, MONTHS, QUARTERS, YEARS ->
          Optional.of(new Window.LastWhole(length.orElseThrow(), toDate));
    };
  }

  private static Optional<Window> toDate(String words) {
    Matcher matcher = TO_DATE.matcher(words);
    return matcher.matches()
        ? Optional.of(new Window.ToDate(unit(matcher.group(1))))
        : Optional.empty();
  }

  private static Optional<Window> since(String words) {
    Matcher matcher = SINCE.matcher(words);
    return matcher.matches() ? Optional.of(new Window.Since(matcher.group(1))) : Optional.empty();
  }

  private static Optional<Window> first(String words) {
    Matcher matcher = FIRST.matcher(words);
    return matcher.matches()
        ? length(matcher.group(1))
            .filter(length -> length.unit() != Length.Unit.PERIODS)
            .map(length -> new Window.FirstFrom(length, matcher.group(2)))
        : Optional.empty();
  }

  /** {@code 90 days}, {@code 3 periods}: at least 1. */
  static Optional<Length> length(String words) {
    Matcher matcher = LENGTH.matcher(words);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
      return Optional.empty();
    }
    return Optional.of(new Length(Integer.parseInt(matcher.group(1)), unit(matcher.group(2))));
  }

  private static Length.Unit unit(String word) {
    return Length.Unit.valueOf(word.toUpperCase(Locale.ROOT) + "S");
  }

  /**
   * A date, a field, {@code period start}, {@code period end} or {@code evaluation day}, moved by a
   * length.
   */
  static Optional<Window.DayPoint> day(String words) {
    Matcher matcher = DAY.matcher(words);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Length plus = null;
    if (matcher.group(5) != null) {
      Optional<Length> length =
          length(matcher.group(5)).filter(found -> found.unit() != Length.Unit.PERIODS);
      if (length.isEmpty()) {
        return Optional.empty();
      }
      Length moved = length.orElseThrow();
      plus = matcher.group(4).equals("-") ? new Length(-moved.count(), moved.unit()) : moved;
    }
    return anchored(matcher, plus);
  }

  private static Optional<Window.DayPoint> anchored(Matcher matcher, @Nullable Length plus) {
    if (matcher.group(1) != null) {
      try {
        LocalDate date = LocalDate.parse(matcher.group(1));
        return Optional.of(new Window.DayPoint(Window.DayPoint.Anchor.DATE, date, null, plus));
      } catch (DateTimeException noSuchDay) {
        return Optional.empty();
      }
    }
    if (matcher.group(2) != null) {
      Window.DayPoint.Anchor anchor =
          Window.DayPoint.Anchor.valueOf(
              matcher.group(2).replace(' ', '_').toUpperCase(Locale.ROOT));
      return Optional.of(new Window.DayPoint(anchor, null, null, plus));
    }
    return Optional.of(
        new Window.DayPoint(Window.DayPoint.Anchor.FIELD, null, matcher.group(3), plus));
  }
}
