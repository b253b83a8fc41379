package dev.partnerops.programme;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.Period;
import dev.partnerops.model.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Windows of a policy to days (SPEC section 3, Windows; RULES 7, 49). */
public final class Windows {

  /** Where {@code lifetime} begins: before every event there is. */
  public static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

  private Windows() {}

  /**
   * A window in the words of the command line: those of a policy file, or {@code DAY..DAY}; empty
   * where it is none.
   */
  public static Optional<Window> parse(String text) {
    int dots = text.indexOf("..");
    if (dots < 0) {
      return WindowWords.window(text);
    }
    Optional<Window.DayPoint> from = WindowWords.day(text.substring(0, dots).strip());
    Optional<Window.DayPoint> to = WindowWords.day(text.substring(dots + 2).strip());
    return from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : Optional.of(new Window.FromTo(from.orElseThrow(), to.orElseThrow()));
  }

  /**
   * The days of a window, both ends in; an empty range is a window without days (counts 0, rates
   * missing).
   *
   * @param field the entity's fields by name
   * @return empty where the window hangs on a field that is missing: then the metric is missing
   */
  public static Optional<DayRange> resolve(
      Window window, WindowContext context, Function<String, Value> field) {
    LocalDate end = context.end();
    return switch (window) {
      case Window.OfPeriod(int back) -> Optional.of(ofPeriod(context.period(), back, end));
      case Window.LastDays(int days) -> Optional.of(new DayRange(end.minusDays(days - 1L), end));
      case Window.LastWhole(Length length, boolean toDate) ->
          Optional.of(lastWhole(length, toDate, end));
      case Window.ToDate(Length.Unit unit) ->
          Optional.of(new DayRange(containing(unit, end).first(), end));
      case Window.Since(String name) ->
          field.apply(name).findDay().map(day -> new DayRange(day, end));
      case Window.FirstFrom(Length length, String name) ->
          field.apply(name).findDay().map(day -> firstFrom(day, length, context));
      case Window.Lifetime() -> Optional.of(new DayRange(BEGINNING, end));
      case Window.FromTo(Window.DayPoint from, Window.DayPoint to) ->
          day(from, context, field)
              .flatMap(first ->
                  day(to, context, field).map(last -> new DayRange(first, cut(last, to, context))));
      case Window.Shifted shifted ->
          resolve(shifted.window(), context, field).map(range -> shifted(range, shifted, context));
      case Window.Choice choice ->
          throw new IllegalStateException("a window that is chosen by a condition has no days yet");
    };
  }

  /**
   * The window an entity has: each {@code {when: C, then: W, else: W}} is what its condition
   * chooses.
   *
   * @param meets whether the entity meets a condition
   */
  public static Window chosen(Window window, Predicate<Condition> meets) {
    if (window instanceof Window.Choice(Condition when, Window then, Window otherwise)) {
      return chosen(meets.test(when) ? then : otherwise, meets);
    }
    return window instanceof Window.Shifted shifted && hasChoice(shifted)
        ? new Window.Shifted(
            chosen(shifted.window(), meets),
            shifted.back(),
            shifted.notBefore(),
            shifted.notAfter())
        : window;
  }

  /** Whether a condition chooses among windows. */
  public static boolean hasChoice(Window window) {
    return !conditionsOf(window).isEmpty();
  }

  /** The conditions that choose among windows, those of their windows too. */
  static List<Condition> conditionsOf(Window window) {
    return switch (window) {
      case Window.Choice(Condition when, Window then, Window otherwise) -> {
        List<Condition> found = new ArrayList<>(List.of(when));
        found.addAll(conditionsOf(then));
        found.addAll(conditionsOf(otherwise));
        yield found;
      }
      case Window.Shifted shifted -> conditionsOf(shifted.window());
      case Window.OfPeriod period -> List.of();
      case Window.LastDays days -> List.of();
      case Window.LastWhole whole -> List.of();
      case Window.ToDate toDate -> List.of();
      case Window.Since since -> List.of();
      case Window.FirstFrom first -> List.of();
      case Window.Lifetime lifetime -> List.of();
      case Window.FromTo fromTo -> List.of();
    };
  }

  /** Only a window that names the period or the evaluation day may look beyond the end. */
  private static LocalDate cut(LocalDate last, Window.DayPoint to, WindowContext context) {
    return switch (to.anchor()) {
      case DATE, FIELD -> earlier(last, context.end());
      case PERIOD_START, PERIOD_END, EVALUATION_DAY -> earlier(last, context.asOf());
    };
  }

  /** A day that may hang on the evaluation or a field; empty where that field is missing. */
  public static Optional<LocalDate> day(
      Window.DayPoint point, WindowContext context, Function<String, Value> field) {
    Optional<LocalDate> anchor =
        switch (point.anchor()) {
          case DATE -> Optional.ofNullable(point.date());
          case FIELD ->
              Optional.ofNullable(point.field()).flatMap(name -> field.apply(name).findDay());
          case PERIOD_START -> Optional.of(context.period().first());
          case PERIOD_END -> Optional.of(context.period().last());
          case EVALUATION_DAY -> Optional.of(context.evaluationDay());
        };
    Length plus = point.plus();
    return plus == null ? anchor : anchor.map(day -> plus(day, plus, 1, context.period()));
  }

  /** Whether it may be missing for an entity, because it hangs on a field. */
  public static boolean hangsOnField(Window window) {
    return switch (window) {
      case Window.Since since -> true;
      case Window.FirstFrom first -> true;
      case Window.FromTo(Window.DayPoint from, Window.DayPoint to) ->
          from.anchor() == Window.DayPoint.Anchor.FIELD
              || to.anchor() == Window.DayPoint.Anchor.FIELD;
      case Window.Shifted shifted -> hangsOnField(shifted.window());
      case Window.Choice(Condition when, Window then, Window otherwise) ->
          hangsOnField(then) || hangsOnField(otherwise);
      case Window.OfPeriod period -> false;
      case Window.LastDays days -> false;
      case Window.LastWhole whole -> false;
      case Window.ToDate toDate -> false;
      case Window.Lifetime lifetime -> false;
    };
  }

  private static DayRange ofPeriod(Period period, int back, LocalDate end) {
    Period meant = period.plus(-back);
    return new DayRange(meant.first(), earlier(meant.last(), end));
  }

  private static DayRange lastWhole(Length length, boolean toDate, LocalDate end) {
    Period unit = containing(length.unit(), end);
    Period last = unit.last().equals(end) ? unit : unit.plus(-1);
    return new DayRange(last.plus(1L - length.count()).first(), toDate ? end : last.last());
  }

  private static DayRange firstFrom(LocalDate day, Length length, WindowContext context) {
    LocalDate last = plus(day, length, 1, context.period()).minusDays(1);
    return new DayRange(day, earlier(last, context.end()));
  }

  private static DayRange shifted(DayRange range, Window.Shifted shift, WindowContext context) {
    LocalDate first = range.first();
    LocalDate last = range.last();
    Length back = shift.back();
    if (back != null) {
      first = plus(first, back, -1, context.period());
      // The end that is not in any more moves, so that a month back from a month is a whole month.
      last = plus(last.plusDays(1), back, -1, context.period()).minusDays(1);
    }
    LocalDate notBefore = shift.notBefore();
    if (notBefore != null && first.isBefore(notBefore)) {
      first = notBefore;
    }
    LocalDate notAfter = shift.notAfter();
    return new DayRange(first, notAfter == null ? last : earlier(last, notAfter));
  }

  private static LocalDate plus(LocalDate day, Length length, int sign, Period period) {
    Length signed = new Length(sign * length.count(), length.unit());
    return signed.unit() == Length.Unit.PERIODS
        ? plusPeriods(day, signed.count(), period)
        : signed.after(day);
  }

  private static LocalDate plusPeriods(LocalDate day, long count, Period period) {
    return switch (period.unit()) {
      case DAY -> day.plusDays(count);
      case WEEK -> day.plusWeeks(count);
      case MONTH -> day.plusMonths(count);
      case QUARTER -> day.plusMonths(3 * count);
      case HALF_YEAR -> day.plusMonths(6 * count);
      case YEAR -> day.plusYears(count);
      case SPAN ->
          day.plusDays(count * (period.last().toEpochDay() - period.first().toEpochDay() + 1));
    };
  }

  private static Period containing(Length.Unit unit, LocalDate day) {
    Period.Unit calendar =
        switch (unit) {
          case DAYS -> Period.Unit.DAY;
          case WEEKS -> Period.Unit.WEEK;
          case MONTHS -> Period.Unit.MONTH;
          case QUARTERS -> Period.Unit.QUARTER;
          case YEARS -> Period.Unit.YEAR;
          case PERIODS -> throw new IllegalArgumentException("a period has no calendar of its own");
        };
    return Period.containing(calendar, day);
  }

  private static LocalDate earlier(LocalDate left, LocalDate right) {
    return left.isBefore(right) ? left : right;
  }
}
