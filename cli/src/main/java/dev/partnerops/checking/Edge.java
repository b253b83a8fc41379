package dev.partnerops.checking;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Message;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One value tried at an edge of a clause.
 *
 * @param of the row of a table that the threshold is from, {@code tier gold}; empty without
 * @param subject what is compared: a metric's name, a field, {@code age of F}, {@code score}
 * @param decimals the value is written with
 * @param gives the verdict of the clause, the points or the amount it comes to; empty where none
 *     was asked for
 * @param outcome all that was decided, in one line
 * @param wrong what must be and is not; absent where all is as it must be
 */
record Edge(
    Clause clause,
    String of,
    String subject,
    Position position,
    Value value,
    int decimals,
    String gives,
    String outcome,
    @Nullable Message wrong) {

  private static final Fraction CENT = Fraction.of(1, 100);
  private static final Fraction BASIS_POINT = Fraction.of(1, 10_000);
  static final int MONEY = 2;

  /** Where the value lies. */
  enum Position {
    BELOW,
    AT,
    ABOVE,
    MISSING
  }

  /** A value beside a threshold. */
  record Tried(Position position, Fraction value) {}

  /**
   * The least difference that values of that kind show: 1 of counts, days and whole fields, 0.01 of
   * money and scores, 0.0001 of rates and other numbers.
   */
  static Fraction step(int decimals, Fraction threshold) {
    return switch (decimals) {
      case 0 -> Fraction.ONE;
      case MONEY -> CENT;
      case Metric.Use.AS_IT_IS -> threshold.isWhole() ? Fraction.ONE : CENT;
      default -> BASIS_POINT;
    };
  }

  /**
   * Just below, at and just above.
   *
   * @param neverNegative of what cannot be: then there is nothing below nought
   */
  static List<Tried> around(Fraction threshold, Fraction step, boolean neverNegative) {
    List<Tried> around = new ArrayList<>();
    Fraction below = threshold.minus(step);
    if (!neverNegative || below.signum() >= 0) {
      around.add(new Tried(Position.BELOW, below));
    }
    around.add(new Tried(Position.AT, threshold));
    around.add(new Tried(Position.ABOVE, threshold.plus(step)));
    return around;
  }

  /** Of counts and rates that are measured; sales and what is derived may be less than nothing. */
  static boolean isNeverNegative(Metric.Use metric) {
    return metric.metric() instanceof Metric.Measured && metric.decimals() != MONEY;
  }

  static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
