package dev.partnerops.simulating;

import dev.partnerops.model.Fraction;
import java.util.List;

/** Numbers as bars of block characters, to the eighth of a character; the greatest fills all. */
final class Bar {

  private static final String FULL = "█";
  private static final List<String> EIGHTHS = List.of("", "▏", "▎", "▍", "▌", "▋", "▊", "▉");

  private Bar() {}

  /**
   * A bar for each number, from nought or the least below it.
   *
   * @param width of the longest, in characters
   */
  static List<String> of(List<Fraction> numbers, int width) {
    Fraction least = numbers.stream().reduce(Fraction.ZERO, Fraction::min);
    Fraction most = numbers.stream().reduce(Fraction.ZERO, Fraction::max);
    Fraction span = most.minus(least);
    return numbers.stream()
        .map(number -> {
          if (span.signum() == 0) {
            return "";
          }
          int eighths =
              number
                  .minus(least)
                  .dividedBy(span)
                  .times(Fraction.of((long) width * EIGHTHS.size()))
                  .round(0)
                  .intValueExact();
          return FULL.repeat(eighths / EIGHTHS.size()) + EIGHTHS.get(eighths % EIGHTHS.size());
        })
        .toList();
  }
}
