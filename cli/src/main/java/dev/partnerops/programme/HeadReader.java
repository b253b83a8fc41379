package dev.partnerops.programme;

import dev.partnerops.model.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads when a programme holds and for whom: {@code effective}, {@code cohort}, {@code zone},
 * {@code evaluate}, {@code adjust}.
 */
final class HeadReader {

  private static final Programme.Effective ALWAYS =
      new Programme.Effective(LocalDate.EPOCH, null, false);
  private static final Calendar.Every MONTHLY = new Calendar.Every.Each(Period.Unit.MONTH);

  private final Reading reading;
  private final Section section;

  HeadReader(Reading reading, Section section) {
    this.reading = reading;
    this.section = section;
  }

  Programme.Effective effective() {
    Optional<YamlNode> node = section.find("effective");
    if (node.isEmpty()) {
      return ALWAYS;
    }
    Section effective = new Section(reading, node.orElseThrow(), Shape.EFFECTIVE, "effective");
    LocalDate from = effective.day("from").orElse(LocalDate.EPOCH);
    LocalDate to = effective.day("to").orElse(null);
    refuseBackwards(effective, from, to);
    boolean byEvaluation =
        effective.word("by", "period", "evaluation").filter("evaluation"::equals).isPresent();
    return new Programme.Effective(from, to, byEvaluation);
  }

  Programme.@Nullable Cohort cohort() {
    Optional<YamlNode> node = section.find("cohort");
    if (node.isEmpty()) {
      return null;
    }
    Section cohort = new Section(reading, node.orElseThrow(), Shape.COHORT, "cohort");
    LocalDate from = cohort.day("from").orElse(null);
    LocalDate to = cohort.day("to").orElse(null);
    refuseBackwards(cohort, from, to);
    return new Programme.Cohort(cohort.field("field").orElse(""), from, to);
  }

  private void refuseBackwards(Section days, @Nullable LocalDate from, @Nullable LocalDate to) {
    if (from != null && to != null && to.isBefore(from)) {
      reading.fault(days.line("to"), "days.backwards", days.clause().path(), to, from);
    }
  }

  ZoneId zone() {
    String zone = section.text("zone").orElse("Asia/Shanghai");
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      reading.fault(section.line("zone"), "zone.unknown", zone);
      return ZoneId.of("Asia/Shanghai");
    }
  }

  /** How often it is evaluated; {@code effective} gives the days of {@code once}. */
  Calendar calendar(Programme.Effective effective) {
    Optional<YamlNode> node = section.find("evaluate");
    if (node.isEmpty()) {
      return new Calendar(MONTHLY, 1);
    }
    Section evaluate = new Section(reading, node.orElseThrow(), Shape.EVALUATE, "evaluate");
    int onDay = evaluate.whole("on_day", 1).orElse(1);
    String every = evaluate.text("every").orElse("month");
    Optional<LocalDate> starting = evaluate.day("starting");
    Optional<Length> days =
        WindowWords.length(every).filter(length -> length.unit() == Length.Unit.DAYS);
    if (days.isPresent()) {
      if (!evaluate.has("starting")) {
        reading.fault(evaluate.line("every"), "calendar.starting", every);
      }
      return new Calendar(
          new Calendar.Every.Days(days.orElseThrow().count(), starting.orElse(effective.from())),
          onDay);
    }
    if (evaluate.has("starting")) {
      reading.fault(evaluate.line("starting"), "calendar.starts", every);
    }
    return new Calendar(
        every.equals("once") ? once(effective, evaluate) : each(every, evaluate), onDay);
  }

  private Calendar.Every once(Programme.Effective effective, Section evaluate) {
    LocalDate last = effective.to();
    if (last == null) {
      reading.fault(evaluate.line("every"), "calendar.once");
      return MONTHLY;
    }
    return new Calendar.Every.Once(effective.from(), last);
  }

  private Calendar.Every each(String every, Section evaluate) {
    for (Period.Unit unit : Period.Unit.values()) {
      if (unit != Period.Unit.SPAN && every.equals(unit.name().toLowerCase(Locale.ROOT))) {
        return new Calendar.Every.Each(unit);
      }
    }
    reading.fault(
        evaluate.line("every"),
        "word.unknown",
        "evaluate.every",
        every,
        "day, week, month, quarter, half_year, year, 30 days, once");
    return MONTHLY;
  }

  /** RULES 3: differences are reckoned for three earlier periods where the file is silent. */
  int adjust() {
    Optional<YamlNode> node = section.find("adjust");
    if (node.isEmpty()) {
      return 3;
    }
    if (section.text("adjust").filter("none"::equals).isPresent()) {
      return 0;
    }
    Optional<Length> length =
        section
            .text("adjust")
            .flatMap(WindowWords::length)
            .filter(found -> found.unit() == Length.Unit.PERIODS);
    if (length.isEmpty()) {
      reading.wrong(node.orElseThrow(), "adjust", "periods");
    }
    return length.map(Length::count).orElse(3);
  }
}
