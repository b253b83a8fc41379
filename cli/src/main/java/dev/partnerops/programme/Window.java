package dev.partnerops.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days a metric looks at, as written in a policy (SPEC section 3, Windows; RULES 7, 49). */
public sealed interface Window {

  /** {@code period} (0), {@code previous period} (1). */
  record OfPeriod(int back) implements Window {}

  /** {@code last 90 days}: up to and with the end. */
  record LastDays(int days) implements Window {}

  /**
   * {@code last 3 months}: whole weeks, months, quarters or years; {@code toDate} adds the days
   * since.
   */
  record LastWhole(Length length, boolean toDate) implements Window {}

  /** {@code year to date}: from the start of the unit that holds the end. */
  record ToDate(Length.Unit unit) implements Window {}

  /** {@code since FIELD}. */
  record Since(String field) implements Window {}

  /** {@code first 90 days from FIELD}: its day is the first. */
  record FirstFrom(Length length, String field) implements Window {}

  record Lifetime() implements Window {}

  /** {@code {from: DAY, to: DAY}}, both in. */
  record FromTo(DayPoint from, DayPoint to) implements Window {}

  /**
   * {@code {window: W, back: 14 days, not_before: DATE, not_after: DATE}}: back moves both ends.
   */
  record Shifted(
      Window window,
      @Nullable Length back,
      @Nullable LocalDate notBefore,
      @Nullable LocalDate notAfter)
      implements Window {}

  /** {@code {when: C, then: W, else: W}}. */
  record Choice(Condition when, Window then, Window otherwise) implements Window {}

  /**
   * A day that may depend on the evaluation or on the entity, moved by a length (negative for
   * {@code -}).
   */
  record DayPoint(
      Anchor anchor, @Nullable LocalDate date, @Nullable String field, @Nullable Length plus) {

    public enum Anchor {
      DATE,
      FIELD,
      PERIOD_START,
      PERIOD_END,
      EVALUATION_DAY
    }
  }
}
