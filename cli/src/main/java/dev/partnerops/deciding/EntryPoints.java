package dev.partnerops.deciding;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.Scorecard;
import dev.partnerops.programme.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Points on top of the KPIs, and those remembered from earlier evaluations.
 *
 * @param recorded what the next evaluations have to remember, this one's points included
 */
record EntryPoints(
    List<Earned> earned, Fraction sum, List<String> failures, List<Standing.Remembered> recorded) {

  static EntryPoints of(List<Scorecard.Entry> entries, Subject subject) {
    List<Earned> earned = new ArrayList<>(entries.size());
    List<String> failures = new ArrayList<>(0);
    List<Standing.Remembered> recorded = new ArrayList<>(0);
    Fraction sum = Fraction.ZERO;
    for (Scorecard.Entry entry : entries) {
      Metric.Use metric = entry.metric();
      Value value = metric == null ? Value.missing() : subject.value(metric);
      Fraction points = now(entry, value, subject);
      Window remember = entry.remember();
      if (remember != null) {
        points = points.plus(remembered(entry, remember, points, subject, recorded));
      }
      Optional<Fraction> limit = subject.number(entry.limit());
      if (limit.isPresent()) {
        points = points.min(limit.get()).max(limit.get().negate());
      }
      if (metric != null && value.isMissing() && entry.missing() == Scorecard.Missing.FAIL) {
        failures.add(Reasons.line(entry.clause(), "missing"));
      }
      Earned one = new Earned(entry.name(), value, points, limit.orElse(Fraction.ZERO));
      earned.add(one);
      note(entry, one, subject);
      sum = sum.plus(points);
    }
    return new EntryPoints(earned, sum, failures, recorded);
  }

  private static Fraction now(Scorecard.Entry entry, Value value, Subject subject) {
    Condition when = entry.when();
    if (when != null && !subject.note(subject.judge(when)).isMet()) {
      return Fraction.ZERO;
    }
    Fraction points = subject.number(entry.points()).orElse(Fraction.ZERO);
    if (entry.metric() == null) {
      return points;
    }
    Fraction number = value.findNumber().orElse(null);
    if (number == null) {
      return entry.missing() == Scorecard.Missing.FULL
          ? subject.number(entry.limit()).orElse(Fraction.ZERO)
          : Fraction.ZERO;
    }
    Fraction per = subject.number(entry.per()).orElse(null);
    if (per == null || per.signum() == 0) {
      return points.times(number);
    }
    Fraction times = number.dividedBy(per);
    Fraction whole =
        new Fraction(times.numerator().divide(times.denominator()), Fraction.ONE.numerator());
    return points.times(whole);
  }

  /** Points recorded earlier and inside the window; all that were recorded, and today's, go on. */
  private static Fraction remembered(
      Scorecard.Entry entry,
      Window window,
      Fraction now,
      Subject subject,
      List<Standing.Remembered> recorded) {
    Optional<DayRange> days = subject.days(window);
    LocalDate today = subject.input().evaluation().end();
    Fraction sum = Fraction.ZERO;
    for (Standing.Remembered one : subject.candidate().before().remembered()) {
      if (one.entry().equals(entry.name())) {
        // What today's window leaves out a later one may hold: whole months end before today.
        recorded.add(one);
        if (days.isPresent() && days.get().contains(one.day())) {
          sum = sum.plus(one.points());
        }
      }
    }
    if (now.signum() != 0) {
      recorded.add(new Standing.Remembered(entry.name(), today, now));
    }
    return sum;
  }

  private static void note(Scorecard.Entry entry, Earned earned, Subject subject) {
    Metric.Use metric = entry.metric();
    if (!subject.isTraced()) {
      return;
    }
    if (metric != null) {
      subject.noteParts(metric);
    }
    subject.note(
        metric == null
            ? new Step(
                entry.clause(),
                0,
                entry.name(),
                entry.title(),
                null,
                null,
                Value.missing(),
                Metric.Use.AS_IT_IS,
                "",
                List.of(),
                null,
                earned.points(),
                earned.possible())
            : Steps.of(
                metric,
                entry.clause(),
                subject,
                earned.value(),
                earned.points(),
                earned.possible()));
  }
}
