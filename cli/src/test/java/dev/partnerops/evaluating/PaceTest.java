package dev.partnerops.evaluating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Period;
import dev.partnerops.model.Value;
import dev.partnerops.programme.WindowContext;
import dev.partnerops.programme.Windows;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PaceTest {

  /** September is the period unless it says otherwise; days over, days of the pace, days ahead. */
  @ParameterizedTest
  @CsvSource({
    // half of it is over: it doubles
    "2020-09, 2020-09-15, period, 2020-09-01..2020-09-15, 2020-09-01..2020-09-15, 1",
    "2020-09, 2020-09-01, period, 2020-09-01..2020-09-01, 2020-09-01..2020-09-01, 29",
    "2020-09, 2020-09-29, period, 2020-09-01..2020-09-29, 2020-09-01..2020-09-29, 1/29",
    // the 90 days of the last day of the period, of which 75 are over
    "2020-09, 2020-09-15, last 90 days, 2020-07-03..2020-09-15, 2020-09-01..2020-09-15, 1",
    // begins within the period: the pace is its own
    "2020-09, 2020-09-20, last 20 days, 2020-09-11..2020-09-20, 2020-09-11..2020-09-20, 1",
    // cumulative: only the period's part goes on
    "2020-09, 2020-09-20, lifetime, 0001-01-01..2020-09-20, 2020-09-01..2020-09-20, 0.5",
    "2020-09, 2020-09-20, since joined_on, 2020-09-11..2020-09-20, 2020-09-11..2020-09-20, 1",
    "2020-09, 2020-09-20, year to date, 2020-01-01..2020-09-20, 2020-09-01..2020-09-20, 0.5",
    // whole months: in the end September is one of them
    "2020-09, 2020-09-15, last 3 months, 2020-07-01..2020-09-15, 2020-09-01..2020-09-15, 1",
    // ends before the period does
    "2020-09, 2020-09-20, first 15 days from joined_on,"
        + " 2020-09-11..2020-09-20, 2020-09-11..2020-09-20, 0.5",
    // begins later: at the period's pace
    "2020-09, 2020-09-15, period end - 4 days..period end,"
        + " 2020-09-26..2020-09-15, 2020-09-01..2020-09-15, 1/3",
    // the period begins tomorrow: at the pace of the one before
    "2020-10, 2020-09-30, period, 2020-10-01..2020-09-30, 2020-09-01..2020-09-30, 31/30",
    "2020-10, 2020-09-30, lifetime, 0001-01-01..2020-09-30, 2020-09-01..2020-09-30, 31/30",
    "2020-10-01, 2020-09-30, lifetime, 0001-01-01..2020-09-30, 2020-09-30..2020-09-30, 1",
  })
  void goesOnAsItDid(
      String period, LocalDate asOf, String window, String known, String paced, String ahead) {
    var pace = pace(period, asOf, window);
    assertThat(pace.known().first() + ".." + pace.known().last()).isEqualTo(known);
    assertThat(pace.paced()).isNotNull();
    assertThat(pace.paced().first() + ".." + pace.paced().last()).isEqualTo(paced);
    assertThat(pace.ahead()).isEqualTo(fraction(ahead));
  }

  @ParameterizedTest
  @CsvSource({
    "2020-09, 2020-09-15, previous period, 2020-08-01..2020-08-31",
    "2020-09, 2020-09-25, first 15 days from joined_on, 2020-09-11..2020-09-25",
    "2020-09, 2020-09-15, 2020-01-01..2020-09-15, 2020-01-01..2020-09-15",
  })
  void whatIsOverStays(String period, LocalDate asOf, String window, String known) {
    var pace = pace(period, asOf, window);
    assertThat(pace.known().first() + ".." + pace.known().last()).isEqualTo(known);
    assertThat(pace.paced()).isNull();
    assertThat(pace.projected(Fraction.of(7), Fraction.of(3), 0)).isEqualTo(Fraction.of(7));
  }

  @Test
  void roundsHalfUpToItsGrid() {
    var pace = pace("2020-09", LocalDate.of(2020, 9, 20), "lifetime");
    assertThat(pace.projected(Fraction.of(10), Fraction.of(1), 0)).isEqualTo(Fraction.of(11));
    assertThat(pace.projected(Fraction.of(1, 100), Fraction.of(1, 100), 2))
        .isEqualTo(Fraction.of(2, 100));
    assertThat(pace.projected(Fraction.of(1, 100), Fraction.of(-1, 100), 2))
        .isEqualTo(Fraction.of(1, 100));
  }

  private static Pace pace(String period, LocalDate asOf, String window) {
    var open = Period.parse(period).orElseThrow();
    var context = new WindowContext(open, open.last(), open.last().plusDays(1));
    var full =
        Windows.resolve(
                Windows.parse(window).orElseThrow(),
                context,
                field -> new Value.Day(LocalDate.of(2020, 9, 11)))
            .orElseThrow();
    return Pace.of(full, open, asOf);
  }

  private static Fraction fraction(String text) {
    var parts = text.split("/");
    var number = Fraction.of(new BigDecimal(parts[0]));
    return parts.length == 1 ? number : number.dividedBy(Fraction.of(new BigDecimal(parts[1])));
  }
}
