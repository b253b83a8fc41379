package dev.partnerops.explaining;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import dev.partnerops.wording.Wording;
import java.util.List;

/** Numbers for people, rounded where that hides nothing: {@code 91.67%}, {@code 1,280.00 yuan}. */
final class Numbers {

  private static final Fraction HUNDRED = Fraction.of(100);
  private static final int ENOUGH = 2;
  private static final int MOST = 12;

  private final Wording words;

  Numbers(Wording words) {
    this.words = words;
  }

  /** A value beside what it is compared with: not rounded to the other side of it. */
  String value(Value value, Unit unit, List<Value> beside) {
    Fraction number = value.findNumber().orElse(null);
    if (number == null) {
      return words.amounts().value(value, unit);
    }
    int decimals = unit == Unit.RATE ? ENOUGH + 2 : ENOUGH;
    for (Value other : beside) {
      Fraction limit = other.findNumber().orElse(number);
      while (decimals < MOST
          && number.round(decimals).compareTo(limit.round(decimals)) != number.compareTo(limit)) {
        decimals++;
      }
    }
    return rounded(number, unit, decimals);
  }

  private String rounded(Fraction number, Unit unit, int decimals) {
    Fraction shown = Fraction.of(number.round(decimals));
    if (unit != Unit.RATE) {
      return words.amounts().number(shown, unit);
    }
    return words.amounts().plain(shown.times(HUNDRED)) + "%";
  }

  /** A score: always with two decimals. */
  static String score(Fraction score, Fraction... beside) {
    int decimals = ENOUGH;
    for (Fraction other : beside) {
      while (decimals < MOST
          && score.round(decimals).compareTo(other.round(decimals)) != score.compareTo(other)) {
        decimals++;
      }
    }
    return score.round(decimals).toPlainString();
  }

  /** Numerator and denominator of a rate: {@code 11/12}; empty of everything else. */
  String parts(Value value) {
    return value instanceof Value.Rate(Fraction numerator, Fraction denominator)
        ? words.amounts().plain(numerator) + "/" + words.amounts().plain(denominator)
        : "";
  }
}
