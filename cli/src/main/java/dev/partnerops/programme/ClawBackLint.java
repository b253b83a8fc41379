package dev.partnerops.programme;

import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Claw-backs that come too late: a grant is judged at evaluations of later periods only, so that
 * {@code within} must reach the end of the next one (RULES 21).
 */
final class ClawBackLint {

  /** So many periods are tried: months and quarters of unlike lengths, a leap year among them. */
  private static final int PERIODS = 60;

  private ClawBackLint() {}

  static List<Lint.Warning> of(Programme programme) {
    Calendar calendar = programme.calendar();
    Optional<Period> first =
        calendar.first().or(() -> calendar.containing(programme.effective().from()));
    List<Lint.Warning> warnings = new ArrayList<>();
    for (Instruments instruments : programme.allInstruments()) {
      for (Grant grant : instruments.grants()) {
        Grant.ClawBack clawBack = grant.clawBack();
        if (clawBack != null) {
          first.flatMap(period -> problem(clawBack, calendar, period)).ifPresent(warnings::add);
        }
      }
    }
    return warnings;
  }

  private static Optional<Lint.Warning> problem(
      Grant.ClawBack clawBack, Calendar calendar, Period first) {
    Clause clause = clawBack.clause();
    if (calendar.every() instanceof Calendar.Every.Once) {
      return warning(clause, "once", clause.path());
    }
    Length within = clawBack.within();
    Period booked = first;
    for (int i = 0; within != null && i < PERIODS; i++) {
      Period next = booked.plus(1);
      if (!clawBack.isJudged(booked.last(), next.last())) {
        String length = within.count() + " " + within.unit().name().toLowerCase(Locale.ROOT);
        return warning(clause, "early", clause.path(), length, booked.last(), next.last());
      }
      booked = next;
    }
    return Optional.empty();
  }

  private static Optional<Lint.Warning> warning(Clause clause, String key, Object... arguments) {
    return Optional.of(
        new Lint.Warning(clause.line(), Message.of("programme.lint.claw_back." + key, arguments)));
  }
}
