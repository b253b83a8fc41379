package dev.partnerops.wording;

import dev.partnerops.model.Period;
import dev.partnerops.programme.Calendar;
import dev.partnerops.programme.Length;
import dev.partnerops.programme.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Windows, lengths of time and days in words (SPEC section 3, Windows). */
public final class Spans {

  private final Wording words;

  Spans(Wording words) {
    this.words = words;
  }

  /** {@code last 90 days}, {@code the year to date}. */
  public String window(Window window) {
    return switch (window) {
      case Window.OfPeriod(int back) ->
          back == 0 ? words.text("wording.window.period") : words.text("wording.window.previous");
      case Window.LastDays(int days) ->
          words.text("wording.window.last", length(new Length(days, Length.Unit.DAYS)));
      case Window.LastWhole(Length length, boolean toDate) ->
          words.text(
              toDate ? "wording.window.whole-to-date" : "wording.window.whole", whole(length));
      case Window.ToDate(Length.Unit unit) -> words.text("wording.window.to-date", unit(unit));
      case Window.Since(String field) ->
          words.text("wording.window.since", words.fields().name(field));
      case Window.FirstFrom(Length length, String field) ->
          words.text("wording.window.first", length(length), words.fields().name(field));
      case Window.Lifetime() -> words.text("wording.window.lifetime");
      case Window.FromTo(Window.DayPoint from, Window.DayPoint to) ->
          words.text("wording.window.from-to", day(from), day(to));
      case Window.Shifted shifted -> shifted(shifted);
      case Window.Choice choice ->
          words.text(
              "wording.choice",
              words.conditions().phrase(choice.when()),
              window(choice.then()),
              window(choice.otherwise()));
    };
  }

  private String shifted(Window.Shifted shifted) {
    List<String> parts = new ArrayList<>();
    parts.add(window(shifted.window()));
    if (shifted.back() != null) {
      parts.add(words.text("wording.window.back", length(shifted.back())));
    }
    if (shifted.notBefore() != null) {
      parts.add(words.text("wording.window.not-before", shifted.notBefore()));
    }
    if (shifted.notAfter() != null) {
      parts.add(words.text("wording.window.not-after", shifted.notAfter()));
    }
    return words.commas(parts);
  }

  /** {@code every month}, {@code every 30 days from 2022-08-26}. */
  public String every(Calendar.Every every) {
    return switch (every) {
      case Calendar.Every.Each(Period.Unit unit) ->
          words.text("wording.every." + unit.name().toLowerCase(Locale.ROOT));
      case Calendar.Every.Days(int count, LocalDate starting) ->
          words.text("wording.every.days", length(new Length(count, Length.Unit.DAYS)), starting);
      case Calendar.Every.Once(LocalDate first, LocalDate last) ->
          words.text("wording.every.once", first, last);
    };
  }

  /** {@code 90 days}, {@code 1 month}. */
  public String length(Length length) {
    return counted("wording.length.", length.count(), length.unit());
  }

  /** Whole weeks, months, quarters or years of the calendar. */
  private String whole(Length length) {
    return counted("wording.whole.", length.count(), length.unit());
  }

  private String counted(String prefix, int count, Length.Unit unit) {
    String key = prefix + word(unit);
    return words.text(count == 1 ? key + ".1" : key, count);
  }

  /** A unit by itself: {@code period}. */
  public String unit(Length.Unit unit) {
    return words.text("wording.unit." + word(unit));
  }

  private static String word(Length.Unit unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }

  /** A date, a field or a day of the period, moved or not. */
  public String day(Window.DayPoint point) {
    String anchor =
        switch (point.anchor()) {
          case DATE -> String.valueOf(point.date());
          case FIELD -> words.fields().name(String.valueOf(point.field()));
          case PERIOD_START -> words.text("wording.day.period-start");
          case PERIOD_END -> words.text("wording.day.period-end");
          case EVALUATION_DAY -> words.text("wording.day.evaluation");
        };
    Length plus = point.plus();
    if (plus == null) {
      return anchor;
    }
    String length = length(new Length(Math.abs(plus.count()), plus.unit()));
    return words.text(
        plus.count() < 0 ? "wording.day.before" : "wording.day.after", anchor, length);
  }
}
