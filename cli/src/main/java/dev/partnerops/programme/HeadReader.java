package dev.partnerops.programme;

import dev.partnerops.model.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads when a programme holds and for whom: {@code effective}, {@code cohort}, {@code zone},
 * {@code evaluate}, {@code adjust}.
 */
final class HeadReader {

  private static final Programme.Effective ALWAYS =
      new Programme.Effective(LocalDate.EPOCH, null, false);

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

  Programme.Calendar calendar() {
    Programme.Calendar monthly = new Programme.Calendar(Period.Unit.MONTH, 1);
    Optional<YamlNode> node = section.find("evaluate");
    if (node.isEmpty()) {
      return monthly;
    }
    Section evaluate = new Section(reading, node.orElseThrow(), Shape.EVALUATE, "evaluate");
    int onDay = evaluate.whole("on_day", 1).orElse(1);
    String every = evaluate.text("every").orElse("month");
    Period.Unit unit =
        switch (every) {
          case "day" -> Period.Unit.DAY;
          case "month" -> Period.Unit.MONTH;
          case "quarter" -> Period.Unit.QUARTER;
          default -> {
            refuseCalendar(every, evaluate);
            yield Period.Unit.MONTH;
          }
        };
    return new Programme.Calendar(unit, onDay);
  }

  private void refuseCalendar(String every, Section evaluate) {
    boolean known = List.of("week", "half_year", "year", "once").contains(every);
    boolean days =
        WindowWords.length(every).filter(length -> length.unit() == Length.Unit.DAYS).isPresent();
    if (known || days) {
      reading.fault(
          evaluate.line("every"), "unbuilt.word", "every: " + every, "day, month, quarter");
    } else {
      reading.fault(
          evaluate.line("every"), "word.unknown", "evaluate.every", every, "day, month, quarter");
    }
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
